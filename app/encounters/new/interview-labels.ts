import type { OccasionLabels } from '../occasion-fields.tsx'

/** What the two steps of bringing in an interview say in the reader's language. */
export type InterviewLabels = OccasionLabels &
  Record<
    | 'text'
    | 'textHint'
    | 'match'
    | 'choose'
    | 'known'
    | 'asNew'
    | 'skip'
    | 'note'
    | 'save'
    | 'saved'
    | 'toAsked'
    | 'undo'
    | 'undone',
    string
  >
