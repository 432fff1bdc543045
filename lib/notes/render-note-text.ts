import { idPrefixOf } from '#lib/entries/render-text'
import { renderMarkdown } from '#lib/rendering/render'
import type { ImageUrls, Rendered } from '#lib/rendering/rendered'

/** What a note says before its first section, rendered once an import. */
export const renderNoteText = (noteId: string, markdown: string, images: ImageUrls): Promise<Rendered> =>
  renderMarkdown(markdown, { images, idPrefix: idPrefixOf(noteId) })

/** As it is kept; an empty text is kept too, so that it is known to be empty. */
export const noteTextRow = (importId: string, { html, rendererVersion }: Rendered) => ({
  importId,
  html,
  rendererVersion,
})
