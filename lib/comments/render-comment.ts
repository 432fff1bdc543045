import { idPrefixOf } from '#lib/entries/render-text'
import { renderMarkdown } from '#lib/rendering/render'
import type { Rendered } from '#lib/rendering/rendered'

/** Comments go the way of all texts, once, when they are written. They show no pictures of a note. */
export const renderComment = (id: string, markdown: string): Promise<Rendered> =>
  renderMarkdown(markdown, { idPrefix: idPrefixOf(id) })
