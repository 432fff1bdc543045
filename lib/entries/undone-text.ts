import { Refusal } from '#lib/refusal'
import { mergeInWorker } from '#lib/rendering/render'
import type { Subject } from './append-revision.ts'
import { Conflict } from './conflict.ts'
import type { Text } from './find-text.ts'
import { requireRevision } from './require-revision.ts'

/**
 * A text without what one of its revisions did, and with everything since (three-way). Throws Refusal: not-found, invalid for the
 * first; Conflict where later revisions built on it: `mine` then is the text before that revision, `theirs` the head.
 */
export async function undoneText(
  subject: Subject,
  head: Text,
  number: number,
): Promise<{ title: string | null; markdown: string }> {
  if (number === 1) throw new Refusal('invalid', 'The first version cannot be taken back.')
  const [undone, before] = await Promise.all([
    requireRevision(subject, number),
    requireRevision(subject, number - 1),
  ])
  const merged = await mergeInWorker(undone.markdown, before.markdown, head.markdown)
  if (!merged.clean) throw new Conflict({ ...head, id: head.headId }, merged.hunks, null)
  const title = undone.title === head.title ? before.title : head.title
  return { title, markdown: merged.text }
}
