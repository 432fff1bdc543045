import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { tag } from '#db/schema/entries'
import { tagKey } from './entry.ts'
import { countEntriesOfTag } from './list-queries.ts'

/** What a tag of this name is called now: as it is written, or what it was renamed to or made one with; undefined where nothing carries it. */
export async function findTagNow(name: string): Promise<string | undefined> {
  const became = await readChanges()
  const seen = new Set<string>()
  for (let now: string | undefined = name; now !== undefined; now = became.get(tagKey(now))) {
    const key = tagKey(now)
    if (seen.has(key)) return undefined
    seen.add(key)
    const [known] = await database().select({ name: tag.name }).from(tag).where(eq(tag.key, key))
    if (known && (await countEntriesOfTag(known.name)) > 0) return known.name
  }
}

/** The name that each name was last given up for, from the audit log: a tag keeps no other record of its names. */
async function readChanges(): Promise<Map<string, string>> {
  const rows = await database()
    .select({
      before: sql<string>`${audit.detail} ->> 'before'`,
      after: sql<string>`${audit.detail} ->> 'after'`,
    })
    .from(audit)
    .where(and(eq(audit.objectKind, 'tag'), inArray(audit.action, ['tag.rename', 'tag.merge'])))
    .orderBy(asc(audit.id))
  return new Map(rows.map(({ before, after }) => [tagKey(before), after]))
}
