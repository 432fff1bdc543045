import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { entryTag } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceChange } from './announce.ts'
import { mostTags } from './entry.ts'
import { Tag } from './input.ts'
import { holdTag, insertEntryTags } from './insert-tag.ts'
import { lockNamed } from './lock-named.ts'

export const ChangeTag = z.object({ entry: z.uuid(), tag: Tag })
export type ChangeTag = z.infer<typeof ChangeTag>

export type Named = {
  /** As it is written where it was known before. */
  name: string
  isChanged: boolean
}

/** Gives a question one more tag; one that it has changes nothing. Throws Refusal: not-found, forbidden, too-large. */
export async function addTag(viewer: SignedIn, { entry: entryId, tag }: ChangeTag): Promise<Named> {
  return database().transaction(async (tx) => {
    // Tags before entries, as whoever merges tags does.
    const { id: tagId, name } = await holdTag(tx, tag)
    const { noteId } = await lockNamed(tx, viewer, entryId)
    const [has] = await tx
      .select({ tagId: entryTag.tagId })
      .from(entryTag)
      .where(and(eq(entryTag.entryId, entryId), eq(entryTag.tagId, tagId)))
    if (has) return { name, isChanged: false }
    if ((await tx.$count(entryTag, eq(entryTag.entryId, entryId))) >= mostTags)
      throw new Refusal('too-large', 'A question has at most 20 tags.', { field: 'tag', most: mostTags })
    await insertEntryTags(tx, entryId, [tagId])
    await announceChange(tx, {
      noteId,
      entryId,
      actorId: viewer.id,
      action: 'entry.tag',
      objectKind: 'entry',
      objectId: entryId,
      detail: { before: null, after: name },
    })
    return { name, isChanged: true }
  })
}
