import { eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entryTag, tag } from '#db/schema/entries'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceTagged } from './announce-tagged.ts'
import { tagKey } from './entry.ts'
import { Tag } from './input.ts'
import { mayRenameTags } from './policy.ts'

export const RenameTag = z.object({
  /** Its name as it was seen. */
  tag: z.string().max(200),
  name: Tag,
  /** Whether it may become one with another tag that has this name. */
  merge: z.stringbool().or(z.boolean()).default(false),
})
export type RenameTag = z.infer<typeof RenameTag>

/** `event` names a merge in the audit log, by which it can be taken back. */
export type Renamed = { name: string; before: string; event: number | null }

/**
 * Gives a tag another name, on all questions that carry it. Where another tag has that name, both become that one if `merge` says so,
 * else throws Refusal `conflict` with how many questions that has. Throws Refusal: forbidden, not-found.
 */
export async function renameTag(viewer: SignedIn, { tag: was, name, merge }: RenameTag): Promise<Renamed> {
  if (!mayRenameTags(viewer)) throw new Refusal('forbidden', 'Only editors rename tags.')
  return database().transaction(async (tx) => {
    const rows = await tx
      .select({ id: tag.id, key: tag.key, name: tag.name })
      .from(tag)
      .where(inArray(tag.key, [tagKey(was), tagKey(name)]))
      .orderBy(tag.key)
      .for('update')
    const from = rows.find((row) => row.key === tagKey(was) && row.name === was)
    if (!from) throw new Refusal('not-found', 'There is no such tag.')
    const other = rows.find((row) => row !== from)
    if (from.name === name) return { name, before: was, event: null }
    if (!other) return rewrite(tx, viewer, from, name)
    if (merge) return mergeInto(tx, viewer, from, other)
    const entries = await tx.$count(entryTag, eq(entryTag.tagId, other.id))
    throw new Refusal('conflict', 'There is such a tag.', { field: 'name', name: other.name, entries })
  })
}

type Row = { id: string; name: string }

async function rewrite(
  tx: Transaction,
  viewer: SignedIn,
  { id, name }: Row,
  after: string,
): Promise<Renamed> {
  await tx
    .update(tag)
    .set({ key: tagKey(after), name: after })
    .where(eq(tag.id, id))
  await recordEvent(tx, {
    actorId: viewer.id,
    action: 'tag.rename',
    objectKind: 'tag',
    objectId: id,
    detail: { before: name, after },
  })
  await announceTagged(tx, await idsOf(tx, id))
  return { name: after, before: name, event: null }
}

async function mergeInto(tx: Transaction, viewer: SignedIn, from: Row, into: Row): Promise<Renamed> {
  const had = new Set(await idsOf(tx, into.id))
  const entries = await idsOf(tx, from.id)
  await tx.execute(sql`
    insert into ${entryTag} (entry_id, tag_id) select entry_id, ${into.id} from ${entryTag} where tag_id = ${from.id}
    on conflict do nothing`)
  await tx.delete(entryTag).where(eq(entryTag.tagId, from.id))
  await tx.delete(tag).where(eq(tag.id, from.id))
  const { id } = await recordEvent(tx, {
    actorId: viewer.id,
    action: 'tag.merge',
    objectKind: 'tag',
    objectId: into.id,
    // What taking it back needs to know.
    detail: { before: from.name, after: into.name, entries, had: entries.filter((one) => had.has(one)) },
  })
  await announceTagged(tx, entries)
  return { name: into.name, before: from.name, event: id }
}

async function idsOf(tx: Transaction, tagId: string): Promise<string[]> {
  const rows = await tx.select({ id: entryTag.entryId }).from(entryTag).where(eq(entryTag.tagId, tagId))
  return rows.map(({ id }) => id).sort()
}
