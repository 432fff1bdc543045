import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { entryAlias } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import type { ChangeAlias } from './add-alias.ts'
import type { Named } from './add-tag.ts'
import { announceChange } from './announce.ts'
import { aliasKey } from './entry.ts'
import { lockNamed } from './lock-named.ts'

/** Takes one of its other names from a question; one that it has not changes nothing. Throws Refusal: not-found, forbidden. */
export async function removeAlias(viewer: SignedIn, { entry: entryId, alias }: ChangeAlias): Promise<Named> {
  return database().transaction(async (tx) => {
    const { noteId } = await lockNamed(tx, viewer, entryId)
    const [removed] = await tx
      .delete(entryAlias)
      .where(and(eq(entryAlias.entryId, entryId), eq(entryAlias.key, aliasKey(alias))))
      .returning({ alias: entryAlias.alias })
    if (!removed) return { name: alias, isChanged: false }
    await announceChange(tx, {
      noteId,
      entryId,
      actorId: viewer.id,
      action: 'entry.unname',
      objectKind: 'entry',
      objectId: entryId,
      detail: { before: removed.alias, after: null },
    })
    return { name: removed.alias, isChanged: true }
  })
}
