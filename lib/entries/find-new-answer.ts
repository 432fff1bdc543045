import { database } from '#db/client'
import { readImageUrls } from '#lib/assets/image-urls'
import type { SignedIn } from '#lib/auth/viewer'
import { findDraft } from './draft-queries.ts'
import { findPlace } from './text-queries.ts'

/** A question with what a new answer to it needs: one's own draft of one, the pictures of its note; undefined where there is none. */
export async function findNewAnswer(viewer: SignedIn, shortId: string) {
  const place = await findPlace('entry', shortId)
  if (!place) return undefined
  const { entryId: id, entryTitle: title, noteId } = place
  const [draft, images] = await Promise.all([
    findDraft(viewer, `new-answer:${id}`),
    readImageUrls(database(), noteId),
  ])
  return { entry: { id, shortId, title, noteId }, draft, images }
}
