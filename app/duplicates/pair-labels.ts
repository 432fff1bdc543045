/** What a pair of questions says in the reader's language. */
export type PairLabels = Record<
  | 'merge'
  | 'confirm'
  | 'reject'
  | 'undo'
  | 'rejected'
  | 'confirmed'
  | 'keys'
  | 'likeness'
  | 'byPerson'
  | 'noAnswer'
  | 'pair',
  string
>
