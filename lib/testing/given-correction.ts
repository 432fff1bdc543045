import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { database } from '#db/client'
import { answer } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { type Decide, Propose } from '#lib/corrections/input'
import { propose } from '#lib/corrections/propose'
import { requireCorrection } from '#lib/corrections/require-correction'
import { givenEntry, givenNote } from './given-entry.ts'

export type AnswerGiven = {
  id: string
  entryId: string
  noteShortId: string
  /** Its first revision. */
  baseId: string
}

/** An imported answer to a question of its own. */
export async function givenAnswer(markdown: string, title = '什么是死锁？'): Promise<AnswerGiven> {
  const note = await givenNote()
  const given = await database().transaction((tx) =>
    givenEntry(tx, { noteId: note.id, title, answers: [{ markdown }] }),
  )
  const id = given.answerIds[0]!
  const [row] = await database().select().from(answer).where(eq(answer.id, id))
  return { id, entryId: given.id, noteShortId: note.shortId, baseId: row!.headRevisionId }
}

/** What somebody sends to propose a whole new answer; a slip unless it says otherwise. */
export const proposal = (
  { id, baseId }: Pick<AnswerGiven, 'id' | 'baseId'>,
  markdown: string,
  more: Partial<Omit<Propose, 'target' | 'markdown'>> = {},
): Propose =>
  Propose.parse({
    target: { kind: 'answer', id },
    baseRevisionId: baseId,
    kind: 'typo',
    markdown,
    operationId: v7(),
    ...more,
  })

/** A correction that somebody proposed, with what a decision on it must name. */
export async function givenCorrection(
  author: SignedIn,
  of: Pick<AnswerGiven, 'id' | 'baseId'>,
  markdown: string,
  more: Partial<Omit<Propose, 'target' | 'markdown'>> = {},
) {
  const { id, shortId } = await propose(author, proposal(of, markdown, more))
  return { id, shortId, ...(await seen(id)) }
}

/** The rev and the head of a correction as they are now. */
export async function seen(
  correctionId: string,
): Promise<Pick<Decide, 'correctionId' | 'rev' | 'headRevisionId'>> {
  const { rev, head } = await requireCorrection(database(), correctionId)
  return { correctionId, rev, headRevisionId: head.headId }
}

export const link = [{ kind: 'link' as const, url: 'https://www.rfc-editor.org/rfc/rfc9293' }]
