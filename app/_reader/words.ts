type Words = Record<
  | 'none'
  | 'relaxed'
  | 'failed'
  | 'degraded'
  | 'recent'
  | 'all'
  | 'count'
  | 'entries'
  | 'removeFilter'
  | 'copy'
  | 'copied',
  string
> & {
  states: Record<string, string>
  sections: Record<'entries' | 'notes' | 'tags' | 'people' | 'commands', string>
  commands: Record<string, string>
}

let read: Words | undefined

/** The interface's words in the page's language, which the server put on the palette. */
export function words(): Words {
  read ??= JSON.parse(document.querySelector<HTMLElement>('#palette')?.dataset.words ?? '{}')
  // Our own server wrote this attribute a moment ago.
  return read as Words
}
