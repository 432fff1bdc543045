import { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { MoveEntry, moveEntry } from '#lib/notes/move-entry'
import { MoveSection, moveSection } from '#lib/notes/move-section'
import { listPlaces } from '#lib/notes/place-queries'
import { formWrite, jsonAnswer } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** Every note with its sections: where a question may be moved to. */
export const GET = () => jsonAnswer(async () => ({ notes: await listPlaces(await readViewer()) }))

const Move = z.discriminatedUnion('kind', [
  MoveEntry.extend({ kind: z.literal('entry') }),
  MoveSection.extend({ kind: z.literal('section') }),
])

/** Moves a question or a section; answers with what to send to take it back. */
export const POST = formWrite(Move, async (viewer, move) => {
  const { undo } = move.kind === 'entry' ? await moveEntry(viewer, move) : await moveSection(viewer, move)
  return { undo: undo ? { kind: move.kind, ...undo } : null }
})
