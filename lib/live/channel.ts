/** Where every instance hears what any of them did: page tags, and `writing:…` where somebody began or ended writing on a text. */
export const channel = 'errata_pages'

/** What is told where somebody began or ended writing on a text (`answer:<id>`). */
export const writingOn = (subject: string) => `writing:${subject}` as const
