import { fold, squash } from '#lib/text/fold'
import { slugOf } from '#lib/text/slug'

/** How far a question is answered; the same words as in `db/entry-state`, for those who may not look there. */
export type EntryState = 'unanswered' | 'partial' | 'answered' | 'disputed' | 'outdated'

/** The path of an entry's page: its title to read, its short id to find it by. */
export const entryPath = ({ shortId, title }: { shortId: string; title: string | null }): string =>
  `/entries/${encodeURIComponent(`${slugOf(title ?? '')}-${shortId}`)}`

/** The path of a note's page. */
export const notePath = ({ shortId, title }: { shortId: string; title: string }): string =>
  `/notes/${encodeURIComponent(`${slugOf(title)}-${shortId}`)}`

export const tagPath = (name: string): string => `/tags/${encodeURIComponent(name)}`

export const mostTags = 20
export const longestTag = 50
export const mostAliases = 20
export const longestAlias = 200

/** What tells tags apart: width and case do not. */
export const tagKey = (name: string): string => fold(name)

/** What tells an entry's other names apart: letters, digits and Chinese, where a name has any. */
export const aliasKey = (alias: string): string => squash(alias) || fold(alias)
