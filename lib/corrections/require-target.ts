import { and, eq } from 'drizzle-orm'
import { database, type Reader } from '#db/client'
import { revision } from '#db/schema/revisions'
import { findText, type Text } from '#lib/entries/find-text'
import { Refusal } from '#lib/refusal'
import type { Target } from './input.ts'

export type TextOfEntry = Text & { entryId: string }

/** The text that somebody wants corrected. Throws Refusal `not-found` where there is none, or it lies in the trash. */
export async function requireTarget(reader: Reader, target: Target): Promise<TextOfEntry> {
  const head = await findText(reader, target)
  if (!head?.entryId || head.trashedAt) throw new Refusal('not-found', 'There is no such text.')
  return { ...head, entryId: head.entryId }
}

/** A revision of that text, as it was and as it was rendered. Throws Refusal `not-found`. */
export async function requireBase({ kind, id }: Target, revisionId: string) {
  const [row] = await database()
    .select({ id: revision.id, title: revision.title, markdown: revision.markdown, html: revision.html })
    .from(revision)
    .where(and(eq(revision.id, revisionId), eq(kind === 'entry' ? revision.entryId : revision.answerId, id)))
  if (!row) throw new Refusal('not-found', 'This text has no such revision.')
  return row
}
