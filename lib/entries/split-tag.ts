import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry, entryTag } from '#db/schema/entries'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceTagged } from './announce-tagged.ts'
import { tagKey } from './entry.ts'
import { holdTag } from './insert-tag.ts'
import { mayRenameTags } from './policy.ts'

export const SplitTag = z.object({
  /** The merge, by its number in the audit log. */
  event: z.coerce.number().int().positive(),
})
export type SplitTag = z.infer<typeof SplitTag>

const Merge = z.object({
  before: z.string(),
  after: z.string(),
  entries: z.array(z.uuid()),
  had: z.array(z.uuid()),
})

/**
 * Takes a merge of two tags back: the questions that carried the one carry it again, and lose the other where they had not carried
 * both. Done twice it is done once. Throws Refusal: forbidden, not-found.
 */
export async function splitTag(viewer: SignedIn, { event }: SplitTag): Promise<{ name: string }> {
  if (!mayRenameTags(viewer)) throw new Refusal('forbidden', 'Only editors rename tags.')
  const [row] = await database()
    .select({ detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.id, event), eq(audit.action, 'tag.merge')))
  const merge = Merge.safeParse(row?.detail)
  if (!merge.success) throw new Refusal('not-found', 'There was no such merge.')
  const { before, after, entries, had } = merge.data
  return database().transaction(async (tx) => {
    // In one order for everyone, so that two transactions never wait for each other.
    const isFirst = tagKey(before) < tagKey(after)
    const one = await holdTag(tx, isFirst ? before : after)
    const two = await holdTag(tx, isFirst ? after : before)
    const [own, other] = isFirst ? [one, two] : [two, one]
    const there = await tx.select({ id: entry.id }).from(entry).where(inArray(entry.id, entries))
    const ids = there.map(({ id }) => id).sort()
    const alone = ids.filter((id) => !had.includes(id))
    if (ids.length > 0)
      await tx
        .insert(entryTag)
        .values(ids.map((entryId) => ({ entryId, tagId: own.id })))
        .onConflictDoNothing()
    if (alone.length > 0)
      await tx.delete(entryTag).where(and(eq(entryTag.tagId, other.id), inArray(entryTag.entryId, alone)))
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'tag.split',
      objectKind: 'tag',
      objectId: own.id,
      detail: { before: after, after: before, event },
    })
    await announceTagged(tx, ids)
    return { name: before }
  })
}
