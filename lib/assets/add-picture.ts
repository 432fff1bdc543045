import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { asset, note, noteImage } from '#db/schema/notes'
import { recordEvent } from '#lib/audit/record'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { keepImage } from './keep-image.ts'
import { mayAddPictures } from './policy.ts'

export const AddPicture = z.object({ noteId: z.uuid() })

/**
 * Keeps a picture for the texts of a note, which refer to it by its URL. The same bytes again are the same picture.
 * Throws Refusal: forbidden below a member, not-found, too-large, invalid.
 */
export async function addPicture(
  viewer: Viewer,
  { noteId }: z.infer<typeof AddPicture>,
  bytes: Buffer,
): Promise<{ src: string }> {
  if (!mayAddPictures(viewer)) throw new Refusal('forbidden', 'Only members add pictures.')
  const [found] = await database().select({ trashedAt: note.trashedAt }).from(note).where(eq(note.id, noteId))
  if (!found || found.trashedAt) throw new Refusal('not-found', 'There is no such note.')
  const { sha256, mediaType, size, url } = await keepImage(bytes)
  await database().transaction(async (tx) => {
    const [row] = await tx
      .insert(asset)
      .values({ sha256, mediaType, size })
      // Changes nothing, but returns the row also where it was there.
      .onConflictDoUpdate({ target: asset.sha256, set: { size: sql`excluded.size` } })
      .returning({ id: asset.id })
    const added = await tx
      .insert(noteImage)
      .values({ noteId, target: url, assetId: row!.id })
      .onConflictDoNothing()
      .returning({ assetId: noteImage.assetId })
    if (added.length === 0) return
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'picture.add',
      objectKind: 'note',
      objectId: noteId,
      detail: { sha256, size },
    })
  })
  return { src: url }
}
