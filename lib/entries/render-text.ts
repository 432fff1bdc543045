import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { asset, noteImage } from '#db/schema/notes'
import { imageUrl } from '#lib/assets/keep-image'
import { renderMarkdown } from '#lib/rendering/render'
import type { Rendered } from '#lib/rendering/rendered'

/** Renders a text with the pictures of its note; `id` is the text's, and keeps its headings' ids apart from others on a page. */
export async function renderText(noteId: string, id: string, markdown: string): Promise<Rendered> {
  const rows = await database()
    .select({ target: noteImage.target, sha256: asset.sha256, mediaType: asset.mediaType })
    .from(noteImage)
    .innerJoin(asset, eq(asset.id, noteImage.assetId))
    .where(eq(noteImage.noteId, noteId))
  const images = Object.fromEntries(
    rows.map(({ target, sha256, mediaType }) => [target, imageUrl(sha256, mediaType)]),
  )
  return renderMarkdown(markdown, { images, idPrefix: idPrefixOf(id) })
}

/** What sets the ids in one text apart from those in another on the same page: the end of a time-ordered key is its random part. */
export const idPrefixOf = (id: string): string => `t${id.slice(-6)}-`
