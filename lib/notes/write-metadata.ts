import { inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { encounter, entryAlias, entryTag, tag } from '#db/schema/entries'
import { aliasKey, longestAlias, longestTag, mostTags, tagKey } from '#lib/entries/entry'
import type { PlannedEntry } from './plan-import.ts'

// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** What a file says beside its texts: other names, tags, and how often a question was asked. What is known stays. */
export async function writeMetadata(
  tx: Transaction,
  entries: PlannedEntry[],
  authorId: string,
): Promise<void> {
  await writeAliases(tx, entries)
  await writeTags(tx, entries)
  await writeEncounters(tx, entries, authorId)
}

async function writeAliases(tx: Transaction, entries: PlannedEntry[]): Promise<void> {
  const rows = entries.flatMap(({ id, proposed }) =>
    proposed.aliases
      .filter((alias) => alias.length <= longestAlias)
      .map((alias) => ({ entryId: id, key: aliasKey(alias), alias })),
  )
  for (let from = 0; from < rows.length; from += batch)
    await tx
      .insert(entryAlias)
      .values(rows.slice(from, from + batch))
      .onConflictDoNothing()
}

async function writeTags(tx: Transaction, entries: PlannedEntry[]): Promise<void> {
  const tagged = entries.map(({ id, proposed }) => ({ id, names: usable(proposed.tags) }))
  const names = new Map(
    tagged.flatMap(({ names }) => names.map((name): [string, string] => [tagKey(name), name])),
  )
  if (names.size === 0) return
  const keys = [...names.keys()].sort()
  await tx
    .insert(tag)
    .values(keys.map((key) => ({ key, name: names.get(key) ?? key })))
    .onConflictDoNothing()
  const known = await tx.select({ id: tag.id, key: tag.key }).from(tag).where(inArray(tag.key, keys))
  const idOf = new Map(known.map(({ id, key }) => [key, id]))
  const rows = tagged.flatMap(({ id, names }) =>
    names.flatMap((name) => {
      const tagId = idOf.get(tagKey(name))
      return tagId ? [{ entryId: id, tagId }] : []
    }),
  )
  for (let from = 0; from < rows.length; from += batch)
    await tx
      .insert(entryTag)
      .values(rows.slice(from, from + batch))
      .onConflictDoNothing()
}

const usable = (tags: string[]): string[] =>
  tags
    .map((name) => name.normalize('NFC').trim())
    .filter((name) => name !== '' && name.length <= longestTag)
    .slice(0, mostTags)

async function writeEncounters(tx: Transaction, entries: PlannedEntry[], authorId: string): Promise<void> {
  const rows = entries.flatMap(({ id, proposed: { encounter: met } }) =>
    met
      ? [
          {
            entryId: id,
            times: met.times,
            askedOn: met.askedOn,
            precision: met.precision,
            mark: met.mark,
            reportedBy: authorId,
          },
        ]
      : [],
  )
  if (rows.length > 0) await tx.insert(encounter).values(rows).onConflictDoNothing()
}
