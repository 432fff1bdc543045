import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { watch } from '#db/schema/notifications'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mayWatch } from './policy.ts'

export const SetWatch = z.object({
  kind: z.enum(['note', 'entry']),
  id: z.uuid(),
  /** What is wanted, not a change of it: the same again is harmless. */
  on: z.boolean(),
})
export type SetWatch = z.infer<typeof SetWatch>

/** Watches a note or an entry, or no longer. Throws Refusal: forbidden, not-found. */
export async function setWatch(viewer: SignedIn, { kind, id, on }: SetWatch): Promise<{ on: boolean }> {
  if (!mayWatch(viewer)) throw new Refusal('forbidden', 'Sign in to watch this.')
  const [table, column, key] =
    kind === 'note' ? ([note, watch.noteId, 'noteId'] as const) : ([entry, watch.entryId, 'entryId'] as const)
  await database().transaction(async (tx) => {
    const [found] = await tx.select({ id: table.id }).from(table).where(eq(table.id, id))
    if (!found) throw new Refusal('not-found', 'There is no such thing to watch.')
    await tx.delete(watch).where(and(eq(watch.personId, viewer.id), eq(column, id)))
    if (on) await tx.insert(watch).values({ personId: viewer.id, [key]: id })
    await recordEvent(tx, {
      actorId: viewer.id,
      action: on ? 'watch.add' : 'watch.remove',
      objectKind: kind,
      objectId: id,
    })
  })
  return { on }
}
