import type { Subject } from '#lib/entries/append-revision'
import { Conflict } from '#lib/entries/conflict'
import { type Head, mergeOntoHead } from '#lib/entries/merge-onto-head'
import { type Change, changesBetween } from '#lib/text/changes'
import { diffWords } from '#lib/text/diff'
import type { Hunk } from '#lib/text/hunk'

export type Wording = { baseRevisionId: string; title: string | null; markdown: string }

/**
 * What a correction makes of its text as it stands now. `clean`: the text it would become, and where it differs; a change of the
 * title has the id `title`. `conflicting`: the head changed the same sentences; `mine` are the proposal's. `fulfilled`: the text
 * already says all of it.
 */
export type Preview =
  | { outcome: 'clean'; title: string | null; markdown: string; changes: Change[] }
  | {
      outcome: 'conflicting'
      hunks: Hunk[]
      /** Set where the title is (also) what conflicts. */
      title: { base: string; mine: string; theirs: string } | null
    }
  | { outcome: 'fulfilled' }

/** As `previewOnHead` for a rev of a correction, kept for the next reader: neither a rev nor a revision ever changes. */
export async function previewRev(
  { id, rev, subject }: { id: string; rev: number; subject: Subject },
  head: Head,
  wording: Wording,
): Promise<Preview> {
  const key = `${id} ${rev} ${head.headId}`
  const known = previews.get(key)
  if (known) return known
  const made = await previewOnHead(subject, head, wording)
  if (previews.size >= 200) previews.clear()
  previews.set(key, made)
  return made
}

const previews = new Map<string, Preview>()

/** Carries a wording over to the head of its text. Throws Refusal `not-found` where its base is no revision of that text. */
export async function previewOnHead(
  subject: Subject,
  head: Head,
  { baseRevisionId, title, markdown }: Wording,
): Promise<Preview> {
  try {
    const merged = await mergeOntoHead(subject, head, { baseId: baseRevisionId, title, markdown })
    if (merged.title === head.title && merged.markdown === head.markdown) return { outcome: 'fulfilled' }
    const changes = changesBetween(head.markdown, merged.markdown)
    return {
      outcome: 'clean',
      title: merged.title,
      markdown: merged.markdown,
      changes:
        merged.title === head.title
          ? changes
          : [titleChange(head.title ?? '', merged.title ?? ''), ...changes],
    }
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'conflicting', hunks: error.hunks, title: error.title }
    throw error
  }
}

const titleChange = (before: string, after: string): Change => ({
  id: 'title',
  from: 0,
  to: before.length,
  before,
  after,
  pieces: diffWords(before, after),
  lead: '',
  tail: '',
})

/** Whether two texts are the same to a reader: Unicode forms, line ends and blanks at the ends of lines apart. */
export const sameWords = (
  a: { title: string | null; markdown: string },
  b: { title: string | null; markdown: string },
): boolean =>
  normalised(a.title ?? '') === normalised(b.title ?? '') && normalised(a.markdown) === normalised(b.markdown)

const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .trim()
