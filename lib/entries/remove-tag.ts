import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { entryTag, tag } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import type { ChangeTag, Named } from './add-tag.ts'
import { announceChange } from './announce.ts'
import { tagKey } from './entry.ts'
import { lockNamed } from './lock-named.ts'

/** Takes one tag off a question; one that it has not changes nothing. Throws Refusal: not-found, forbidden. */
export async function removeTag(viewer: SignedIn, { entry: entryId, tag: name }: ChangeTag): Promise<Named> {
  return database().transaction(async (tx) => {
    const [known] = await tx
      .select({ id: tag.id, name: tag.name })
      .from(tag)
      .where(eq(tag.key, tagKey(name)))
      .for('share')
    const { noteId } = await lockNamed(tx, viewer, entryId)
    if (!known) return { name, isChanged: false }
    const removed = await tx
      .delete(entryTag)
      .where(and(eq(entryTag.entryId, entryId), eq(entryTag.tagId, known.id)))
      .returning({ tagId: entryTag.tagId })
    if (removed.length === 0) return { name: known.name, isChanged: false }
    await announceChange(tx, {
      noteId,
      entryId,
      actorId: viewer.id,
      action: 'entry.untag',
      objectKind: 'entry',
      objectId: entryId,
      detail: { before: known.name, after: null },
    })
    return { name: known.name, isChanged: true }
  })
}
