import { database } from '#db/client'
import { idPrefixOf } from '#lib/entries/render-text'
import { Refusal } from '#lib/refusal'
import { renderMarkdown } from '#lib/rendering/render'
import { isShortEnough } from './comment.ts'
import { nameForGood } from './mentions.ts'

export type Wording = Awaited<ReturnType<typeof renderComment>>

/**
 * What is kept of a comment as somebody typed it: who it names said for good, and rendered once, the way of all texts. Comments show
 * no pictures of a note. Throws Refusal `invalid`: a name that several people have, or too long with what says who is meant.
 */
export async function renderComment(id: string, typed: string) {
  const { markdown, personIds } = await nameForGood(database(), typed)
  if (!isShortEnough(markdown)) throw new Refusal('invalid', 'This is too long.', { field: 'markdown' })
  const { html } = await renderMarkdown(markdown, { idPrefix: idPrefixOf(id) })
  return { markdown, html, personIds }
}
