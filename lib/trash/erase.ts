import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { Refusal } from '#lib/refusal'
import { forgetWords } from '#lib/search/postgres/forget-words'
import { findThing, isErased } from './find-thing.ts'
import { mayErase } from './policy.ts'
import type { Thing } from './thing.ts'

/**
 * Erases the words of something in the trash, in all versions, with drafts, other names of it and the words that only it had taught
 * the search; who wrote how many versions and when stays. What stands in an imported file stays there, unless it is the note itself. There is no way back. A repeated submit
 * changes nothing. Throws Refusal: forbidden, not-found, conflict (it is not in the trash).
 */
export async function erase(viewer: SignedIn, thing: Thing): Promise<void> {
  if (!mayErase(viewer)) throw new Refusal('forbidden', 'Only admins delete for good.')
  await database().transaction(async (tx) => {
    const seen = await findThing(tx, thing)
    if (!seen) throw new Refusal('not-found', 'There is no such thing.')
    await lockNotes(tx, [seen.noteId])
    const found = await findThing(tx, thing)
    if (!found?.trashedAt) throw new Refusal('conflict', 'It is not in the trash.')
    if (await isErased(tx, thing)) return
    // The application may not change revisions; this function of the schema's owner does, and only for what is in the trash.
    await tx.execute(sql`select erase_texts(${thing.kind}, ${thing.id}::uuid)`)
    await announcePlacing(tx, {
      noteIds: [found.noteId],
      entryIds: [],
      actorId: viewer.id,
      action: `${thing.kind}.erase`,
      objectKind: thing.kind,
      objectId: thing.id,
    })
  })
  await forgetWords()
}
