import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { asset, noteImage } from '#db/schema/notes'
import { renderMarkdown } from '#lib/rendering/render'
import type { Rendered } from '#lib/rendering/rendered'

/** Renders a text of a note, with the pictures that the note has. `id` is the text's: its end keeps heading ids apart on a page. */
export async function renderText(noteId: string, id: string, markdown: string): Promise<Rendered> {
  const rows = await database()
    .select({ target: noteImage.target, sha256: asset.sha256, mediaType: asset.mediaType })
    .from(noteImage)
    .innerJoin(asset, eq(asset.id, noteImage.assetId))
    .where(eq(noteImage.noteId, noteId))
  const images = Object.fromEntries(rows.map((row) => [row.target, assetUrl(row)]))
  return renderMarkdown(markdown, { images, idPrefix: idPrefixOf(id) })
}
