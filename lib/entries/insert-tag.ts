import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entryTag, tag } from '#db/schema/entries'
import { tagKey } from './entry.ts'

/** The tag of this name, made where there is none; held until the transaction ends, so that nobody merges it away meanwhile. */
export async function holdTag(tx: Transaction, name: string): Promise<{ id: string; name: string }> {
  const [row] = await tx
    .insert(tag)
    .values({ key: tagKey(name), name })
    // Says nothing new, and locks the row that is there.
    .onConflictDoUpdate({ target: tag.key, set: { key: sql`excluded.key` } })
    .returning({ id: tag.id, name: tag.name })
  return row!
}

/** Gives an entry these tags, which the caller holds. */
export async function insertEntryTags(tx: Transaction, entryId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length === 0) return
  await tx
    .insert(entryTag)
    .values(tagIds.map((tagId) => ({ entryId, tagId })))
    .onConflictDoNothing()
}
