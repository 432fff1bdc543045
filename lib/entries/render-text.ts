import { database } from '#db/client'
import { readImageUrls } from '#lib/assets/image-urls'
import { renderMarkdown } from '#lib/rendering/render'
import type { Rendered } from '#lib/rendering/rendered'

/** Renders a text with the pictures of its note; `id` is the text's, and keeps its headings' ids apart from others on a page. */
export async function renderText(noteId: string, id: string, markdown: string): Promise<Rendered> {
  return renderMarkdown(markdown, {
    images: markdown.includes('![') ? await readImageUrls(database(), noteId) : {},
    idPrefix: idPrefixOf(id),
  })
}

/** What sets the ids in one text apart from those in another on the same page: the end of a time-ordered key is its random part. */
export const idPrefixOf = (id: string): string => `t${id.slice(-6)}-`
