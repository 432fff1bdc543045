type Names =
  | 'title'
  | 'note'
  | 'section'
  | 'noSection'
  | 'submit'
  | 'cancel'
  | 'moved'
  | 'trashed'
  | 'restored'
  | 'undo'
  | 'undone'
  | 'failed'
export type PlacingWords = Record<Names, string> & { refusals: Record<string, string> }

/** The words of moving and of the trash, which the server put beside the buttons. */
export function placingWords(): PlacingWords {
  // Our own server wrote this attribute a moment ago.
  return JSON.parse(
    document.querySelector<HTMLElement>('[data-placing]')?.dataset.placing ?? '{}',
  ) as PlacingWords
}

export const refusalOf = (code: string): string => placingWords().refusals[code] ?? placingWords().failed
