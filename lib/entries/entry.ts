import { slugOf } from '#lib/text/slug'

/** How far a question is answered; the same words as in `db/entry-state`, for those who may not look there. */
export type EntryState = 'unanswered' | 'partial' | 'answered' | 'disputed' | 'outdated'

/** Whether somebody answered it in full, doubted since or not. */
export const isAnswered = (state: string): boolean =>
  state === 'answered' || state === 'disputed' || state === 'outdated'

/** The path of an entry's page: its title to read, its short id to find it by. */
export const entryPath = ({ shortId, title }: { shortId: string; title: string | null }): string =>
  `/entries/${encodeURIComponent(`${slugOf(title ?? '')}-${shortId}`)}`

/** The path of a note's page. */
export const notePath = ({ shortId, title }: { shortId: string; title: string }): string =>
  `/notes/${encodeURIComponent(`${slugOf(title)}-${shortId}`)}`

export const tagPath = (name: string): string => `/tags/${encodeURIComponent(name)}`
