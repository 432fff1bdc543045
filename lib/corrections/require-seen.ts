import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { correctionStep } from '#db/schema/corrections'
import { person } from '#db/schema/people'
import { Refusal } from '#lib/refusal'
import type { Found } from './require-correction.ts'
import { type Move, moves, stateAfter } from './states.ts'

/**
 * Lets a move through only on the rev and the head that its maker had before them; the next state. Throws Refusal `conflict` with
 * the state, rev and version there is by now, and who brought it there.
 */
export async function requireSeen(
  reader: Reader,
  correction: Found,
  seen: { rev: number; headRevisionId?: string },
  move: Move,
): Promise<ReturnType<typeof stateAfter>> {
  const { id, state, rev, head } = correction
  if (!moves[state][move])
    throw new Refusal('conflict', `This correction is ${state}.`, {
      state,
      by: await findDecider(reader, id, state),
    })
  const next = stateAfter(state, move)
  if (rev !== seen.rev || (seen.headRevisionId && seen.headRevisionId !== head.headId))
    throw new Refusal('conflict', 'This has changed while you were reading.', {
      reason: 'moved',
      state,
      rev,
      head: head.number,
    })
  return next
}

async function findDecider(reader: Reader, correctionId: string, state: Found['state']): Promise<string> {
  if (state === 'open') return ''
  const [step] = await reader
    .select({ by: person.name })
    .from(correctionStep)
    .innerJoin(person, eq(person.id, correctionStep.actorId))
    .where(and(eq(correctionStep.correctionId, correctionId), eq(correctionStep.kind, state)))
    .orderBy(desc(correctionStep.id))
    .limit(1)
  return step?.by ?? ''
}
