import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { entryAlias } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { Named } from './add-tag.ts'
import { announceChange } from './announce.ts'
import { aliasKey, mostAliases } from './entry.ts'
import { Alias } from './input.ts'
import { lockNamed } from './lock-named.ts'

export const ChangeAlias = z.object({ entry: z.uuid(), alias: Alias })
export type ChangeAlias = z.infer<typeof ChangeAlias>

/** Lets a question be found by one more name; one that it has changes nothing. Throws Refusal: not-found, forbidden, too-large. */
export async function addAlias(viewer: SignedIn, { entry: entryId, alias }: ChangeAlias): Promise<Named> {
  return database().transaction(async (tx) => {
    const { noteId } = await lockNamed(tx, viewer, entryId)
    const known = await tx
      .select({ key: entryAlias.key, alias: entryAlias.alias })
      .from(entryAlias)
      .where(eq(entryAlias.entryId, entryId))
    const key = aliasKey(alias)
    const has = known.find((one) => one.key === key)
    if (has) return { name: has.alias, isChanged: false }
    if (known.length >= mostAliases)
      throw new Refusal('too-large', 'A question has at most 20 other names.', {
        field: 'alias',
        most: mostAliases,
      })
    await tx.insert(entryAlias).values({ entryId, key, alias })
    await announceChange(tx, {
      noteId,
      entryId,
      actorId: viewer.id,
      action: 'entry.name',
      objectKind: 'entry',
      objectId: entryId,
      detail: { before: null, after: alias },
    })
    return { name: alias, isChanged: true }
  })
}
