import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import { entry } from '#db/schema/entries'
import { readImageUrls } from '#lib/assets/image-urls'
import type { SignedIn } from '#lib/auth/viewer'
import type { Subject } from '#lib/entries/append-revision'
import { findDraft } from '#lib/entries/draft-queries'
import { findText } from '#lib/entries/find-text'
import { findPlace } from '#lib/entries/text-queries'
import { mayPropose } from './policy.ts'
import { ofTarget } from './require-correction.ts'

/** A text with what suggesting a change to all of it needs, and the viewer's own open correction of it, to be worded anew instead; undefined where there is none, or the viewer may not. */
export async function findTextToSuggest(viewer: SignedIn, kind: 'entry' | 'answer', shortId: string) {
  const place = mayPropose(viewer) ? await findPlace(kind, shortId) : undefined
  const head = place && (await findText(database(), place.subject))
  if (!head || head.trashedAt) return undefined
  const [draft, images, own] = await Promise.all([
    findDraft(viewer, `suggest-${kind}:${place.subject.id}`),
    readImageUrls(database(), place.noteId),
    findOwnOpen(viewer, place.subject),
  ])
  const { headId, number, title, markdown } = head
  return { place, draft, images, own, head: { id: headId, number, title, markdown } }
}

async function findOwnOpen(viewer: SignedIn, subject: Subject) {
  const [row] = await database()
    .select({ shortId: correction.shortId })
    .from(correction)
    .where(and(ofTarget(subject), eq(correction.authorId, viewer.id), eq(correction.state, 'open')))
  return row
}

/** What wording a correction anew needs besides the correction: one's own draft of that, the pictures of its note. */
export async function findAmending(viewer: SignedIn, correctionId: string, entryId: string) {
  const db = database()
  const [row] = await db.select({ noteId: entry.noteId }).from(entry).where(eq(entry.id, entryId))
  const noteId = row?.noteId ?? ''
  const [draft, images] = await Promise.all([
    findDraft(viewer, `amend:${correctionId}`),
    readImageUrls(db, noteId),
  ])
  return { draft, images, noteId }
}
