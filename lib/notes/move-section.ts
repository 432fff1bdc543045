import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { mayArrange } from '#lib/entries/policy'
import { Refusal } from '#lib/refusal'
import { After, maybeId, placeOf, replaced, requireNeighbour, standsAt } from './place.ts'
import { readingOrder, readTree, sectionsBelow, type Tree, writeOrder } from './tree.ts'

export const MoveSection = z.object({
  section: z.uuid(),
  /** The section that it should stand in; null for the note itself. */
  parent: maybeId,
  after: After,
  /** Where the mover saw it. */
  fromParent: maybeId,
  /** The depth of its heading, where that is not as deep as its new siblings': as it was before a move that is taken back. */
  level: z.coerce.number().int().min(1).max(6).optional(),
})
export type MoveSection = z.infer<typeof MoveSection>
export type MovedSection = { undo?: MoveSection }

const deepest = 6

/**
 * Puts a section with everything in it elsewhere in its note; headings keep their distances and stay within six levels. A repeated
 * submit changes nothing. Throws Refusal: forbidden, not-found, conflict, invalid (into itself, or deeper than six levels).
 */
export async function moveSection(viewer: SignedIn, wanted: MoveSection): Promise<MovedSection> {
  if (!mayArrange(viewer)) throw new Refusal('forbidden', 'You may not move sections.')
  return database().transaction(async (tx) => {
    const noteId = await lockNoteOf(tx, wanted.section)
    const tree = await readTree(tx, noteId)
    const own = tree.sections.find(({ id, trashed }) => id === wanted.section && !trashed)
    if (!own) throw new Refusal('not-found', 'There is no such section.')
    if (wanted.parent && !tree.sections.some(({ id, trashed }) => id === wanted.parent && !trashed))
      throw new Refusal('not-found', 'There is no such section.', { field: 'parent' })
    const siblings = childrenOf(tree, wanted.parent)
    if (own.parentId === wanted.parent && standsAt(siblings, own.id, wanted.after)) return {}
    if (own.parentId !== wanted.fromParent)
      throw new Refusal('conflict', 'It has been moved since you looked.', { field: 'section' })
    const below = sectionsBelow(tree, own.id)
    if (wanted.parent && below.has(wanted.parent))
      throw new Refusal('invalid', 'A section cannot stand in itself.', { field: 'parent' })
    requireNeighbour(
      siblings.filter(({ id }) => id !== own.id),
      wanted.after,
    )
    const from = placeOf(childrenOf(tree, own.parentId), own.id)
    await place(tx, tree, below, wanted)
    await announcePlacing(tx, {
      noteIds: [noteId],
      entryIds: tree.entries.flatMap(({ id, sectionId }) => (sectionId && below.has(sectionId) ? id : [])),
      actorId: viewer.id,
      action: 'section.move',
      objectKind: 'section',
      objectId: own.id,
      detail: {
        from: { parent: own.parentId, after: from, level: own.level },
        to: { parent: wanted.parent, after: wanted.after },
      },
    })
    return {
      undo: {
        section: own.id,
        parent: own.parentId,
        after: from,
        fromParent: wanted.parent,
        level: own.level,
      },
    }
  })
}

async function lockNoteOf(tx: Transaction, id: string): Promise<string> {
  // Sections never change notes, so what is read before the lock stays true.
  const [found] = await tx.select({ noteId: section.noteId }).from(section).where(eq(section.id, id))
  if (!found || !(await lockNotes(tx, [found.noteId])).has(found.noteId))
    throw new Refusal('not-found', 'There is no such section.')
  return found.noteId
}

const childrenOf = ({ sections }: Tree, parent: string | null) =>
  sections.filter(({ parentId }) => parentId === parent)

async function place(tx: Transaction, tree: Tree, below: Set<string>, wanted: MoveSection): Promise<void> {
  const { section: id, parent, after } = wanted
  await writeLevels(tx, tree, below, wanted)
  await tx.update(section).set({ parentId: parent }).where(eq(section.id, id))
  const placed = replaced(tree.sections, below, (rest) => indexFor(rest, parent, after)).map((each) =>
    each.id === id ? { ...each, parentId: parent } : each,
  )
  await writeOrder(tx, section, placed)
  const order = readingOrder({ sections: placed })
  const above = new Set(order.slice(0, order.indexOf(id)))
  const moved = new Set(
    tree.entries.filter(({ sectionId }) => sectionId && below.has(sectionId)).map((each) => each.id),
  )
  await writeOrder(
    tx,
    entry,
    replaced(tree.entries, moved, (rest) => rest.findLastIndex(({ sectionId }) => above.has(sectionId)) + 1),
  )
}

/** Before which of the other sections of the note it goes: those of a note are numbered in one row. */
function indexFor(rest: Tree['sections'], parent: string | null, after: After): number {
  const endOf = (id: string) => {
    const below = sectionsBelow({ sections: rest }, id)
    return rest.findLastIndex((each) => below.has(each.id)) + 1
  }
  if (after !== 'start' && after !== 'end') return endOf(after)
  const first = rest.findIndex(({ parentId }) => parentId === parent)
  if (after === 'start' && first >= 0) return first
  if (parent === null) return after === 'start' ? 0 : rest.length
  return after === 'start' ? rest.findIndex(({ id }) => id === parent) + 1 : endOf(parent)
}

/** The level of its new siblings, else one below its parent; what stands in it moves by as much. */
async function writeLevels(
  tx: Transaction,
  { sections }: Tree,
  below: Set<string>,
  { section: id, parent, fromParent, level: wanted }: MoveSection,
): Promise<void> {
  if (parent === fromParent) return
  const levelOf = (wanted: string | null) => sections.find((each) => each.id === wanted)?.level
  const sibling = sections.find((each) => each.parentId === parent && each.id !== id)
  const above = levelOf(parent)
  const usual = sibling?.level ?? (above ?? 1) + 1
  const level = wanted && wanted > (above ?? 0) ? wanted : usual
  const shift = level - (levelOf(id) ?? level)
  if (shift === 0) return
  const moved = sections.filter((each) => below.has(each.id))
  if (moved.some((each) => each.level + shift > deepest))
    throw new Refusal('invalid', 'Headings go six levels deep.', { field: 'parent' })
  for (const each of moved)
    await tx
      .update(section)
      .set({ level: Math.max(1, each.level + shift) })
      .where(eq(section.id, each.id))
}
