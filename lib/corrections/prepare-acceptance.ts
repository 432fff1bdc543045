import { database } from '#db/client'
import type { Head } from '#lib/entries/merge-onto-head'
import { renderText } from '#lib/entries/render-text'
import type { Rendered } from '#lib/rendering/rendered'
import { type Claim, findClaims } from './find-claims.ts'
import { type Fulfilled, listFulfilled } from './list-fulfilled.ts'
import type { Found } from './require-correction.ts'

type Result = { title: string | null; markdown: string }

/** What an acceptance will write, worked out before anything is locked. */
export type Prepared = {
  text: Result
  rendered: Rendered
  /** Other open corrections of the text that it makes superfluous. */
  fulfilled: Fulfilled[]
  /** The same claim in other texts. */
  claims: Claim[]
}

/** Renders the text that will be, finds what else it fulfils and where else the replaced claims stand. */
export async function prepareAcceptance(correction: Found, text: Result): Promise<Prepared> {
  const { subject, head } = correction
  const next: Head = { ...head, ...text, headId: '' }
  const [rendered, fulfilled, claims] = await Promise.all([
    renderText(head.noteId, subject.id, text.markdown),
    listFulfilled(database(), subject, next, correction.id),
    findClaims(
      { kind: correction.kind, subject, entryId: head.entryId },
      { before: head.markdown, after: text.markdown },
    ),
  ])
  return { text, rendered, fulfilled, claims }
}
