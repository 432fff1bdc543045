import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { revision } from '#db/schema/revisions'
import { Refusal } from '#lib/refusal'
import { mergeInWorker } from '#lib/rendering/render'
import type { Subject } from './append-revision.ts'
import { Conflict } from './conflict.ts'
import type { Text } from './find-text.ts'

/** A text as it stands. */
export type Head = Pick<Text, 'headId' | 'number' | 'title' | 'markdown'>
type Wanted = { baseId: string; title: string | null; markdown: string }
type Result = { title: string | null; markdown: string; merged: boolean }

/** What the text becomes when a change on some base is carried over to the head. Throws Conflict, Refusal `not-found`. */
export async function mergeOntoHead(subject: Subject, head: Head, wanted: Wanted): Promise<Result> {
  const titled = subject.kind !== 'answer'
  const title = titled ? (wanted.title ?? head.title) : null
  if (wanted.baseId === head.headId) return { title, markdown: wanted.markdown, merged: false }
  const base = await findBase(subject, wanted.baseId)
  const titles = titled ? mergeTitles(base.title ?? '', title ?? '', head.title ?? '') : null
  const merged = await mergeInWorker(base.markdown, wanted.markdown, head.markdown)
  if (!merged.clean || titles?.conflict) {
    const hunks = merged.clean ? [{ kind: 'same' as const, text: merged.text }] : merged.hunks
    throw new Conflict({ ...head, id: head.headId }, hunks, titles?.conflict ?? null, titles?.title ?? null)
  }
  return { title: titles ? titles.title : null, markdown: merged.text, merged: true }
}

async function findBase(subject: Subject, id: string) {
  const column = { entry: revision.entryId, answer: revision.answerId, section: revision.sectionId }[
    subject.kind
  ]
  const [row] = await database()
    .select({ title: revision.title, markdown: revision.markdown })
    .from(revision)
    .where(and(eq(revision.id, id), eq(column, subject.id)))
  if (!row) throw new Refusal('not-found', 'This text has no such revision.')
  return row
}

/** A title is one piece: the side that changed it wins, and two different changes are a conflict. */
function mergeTitles(base: string, mine: string, theirs: string) {
  if (mine === theirs || theirs === base) return { title: mine }
  if (mine === base) return { title: theirs }
  return { title: theirs, conflict: { base, mine, theirs } }
}
