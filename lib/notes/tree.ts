import { asc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'

/** Where everything of a note stands, in the trash or not; to be read under the lock of the note. */
export async function readTree(tx: Transaction, noteId: string) {
  const sections = await tx
    .select({
      id: section.id,
      parentId: section.parentId,
      position: section.position,
      level: section.level,
      trashed: sql<boolean>`${section.trashedAt} is not null`,
    })
    .from(section)
    .where(eq(section.noteId, noteId))
    .orderBy(asc(section.position), asc(section.id))
  const entries = await tx
    .select({
      id: entry.id,
      sectionId: entry.sectionId,
      position: entry.position,
      trashed: sql<boolean>`${entry.trashedAt} is not null`,
    })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(asc(entry.position), asc(entry.id))
  return { sections, entries }
}

export type Tree = Awaited<ReturnType<typeof readTree>>

/** A section's id with those of all sections below it. */
export function sectionsBelow({ sections }: Pick<Tree, 'sections'>, id: string): Set<string> {
  const below = new Set([id])
  for (let before = 0; before < below.size; ) {
    before = below.size
    for (const { id, parentId } of sections) if (parentId && below.has(parentId)) below.add(id)
  }
  return below
}

/** The sections of a note in the order in which they are read; null, for what stands under no heading, comes first. */
export function readingOrder({ sections }: Pick<Tree, 'sections'>): (string | null)[] {
  const under = (parent: string | null): string[] =>
    sections.filter(({ parentId }) => parentId === parent).flatMap(({ id }) => [id, ...under(id)])
  return [null, ...under(null)]
}

type Placed = { id: string; position: number }

/** Numbers a note's questions, or sections, in this order from 0; writes only those whose number changes. */
export async function writeOrder(
  tx: Transaction,
  table: typeof entry | typeof section,
  order: Placed[],
): Promise<void> {
  const changed = order.flatMap(({ id, position }, at) => (position === at ? [] : [{ id, at }]))
  for (let from = 0; from < changed.length; from += batch) {
    const rows = changed.slice(from, from + batch).map(({ id, at }) => sql`(${id}::uuid, ${at}::integer)`)
    await tx.execute(sql`
      update ${table} set position = placed.position
      from (values ${sql.join(rows, sql`, `)}) as placed (id, position) where ${table.id} = placed.id`)
  }
}

// Far below the 65,534 parameters of one statement.
const batch = 2_000
