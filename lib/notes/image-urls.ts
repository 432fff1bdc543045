import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { asset, noteImage } from '#db/schema/notes'
import type { ImageUrls } from '#lib/rendering/rendered'
import { imageUrl } from './keep-image.ts'

/** The pictures kept for a note: target as written in its texts → URL. Whoever renders one of its texts passes them on. */
export async function readImageUrls(reader: Reader, noteId: string): Promise<ImageUrls> {
  const rows = await reader
    .select({ target: noteImage.target, sha256: asset.sha256, mediaType: asset.mediaType })
    .from(noteImage)
    .innerJoin(asset, eq(asset.id, noteImage.assetId))
    .where(eq(noteImage.noteId, noteId))
  return Object.fromEntries(
    rows.map(({ target, sha256, mediaType }) => [target, imageUrl(sha256, mediaType)]),
  )
}
