import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { findRevision } from '#lib/entries/history-queries'
import { revise } from '#lib/entries/revise'
import { givenEntry, givenNote } from './given-entry.ts'

/** A question with these answers, by the names that verbs take. */
export async function givenAnswers(...texts: string[]) {
  const { id: noteId } = await givenNote()
  const { id: entryId, answerIds } = await database().transaction((tx) =>
    givenEntry(tx, {
      noteId,
      title: '什么是 TIME_WAIT？',
      answers: texts.map((markdown) => ({ markdown })),
    }),
  )
  const [asked] = await database().select().from(entry).where(eq(entry.id, entryId))
  const answers = await Promise.all(
    answerIds.map(async (id) => {
      const [row] = await database().select().from(answer).where(eq(answer.id, id))
      return { id, answer: row!.shortId, revisionId: row!.headRevisionId }
    }),
  )
  return { entryId, entry: asked!.shortId, revisionId: asked!.headRevisionId, answers }
}

/** Edits an answer; the id of the version it makes. */
export async function editAnswer(
  editor: SignedIn,
  id: string,
  markdown: string,
  minor = false,
): Promise<string> {
  const subject = { kind: 'answer' as const, id }
  const head = await findRevision(subject)
  const text = { baseId: head!.id, operationId: v7(), title: null, markdown, summary: '', minor }
  return (await revise(editor, { ...subject, ...text })).revisionId
}
