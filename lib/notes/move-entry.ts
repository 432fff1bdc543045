import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { mayArrange } from '#lib/entries/policy'
import { Refusal } from '#lib/refusal'
import { After, maybeId, placeOf, replaced, requireNeighbour, standsAt } from './place.ts'
import { readingOrder, readTree, type Tree, writeOrder } from './tree.ts'

export const MoveEntry = z.object({
  entry: z.uuid(),
  note: z.uuid(),
  section: maybeId,
  after: After,
  /** Where the mover saw it. */
  fromNote: z.uuid(),
  fromSection: maybeId,
})
export type MoveEntry = z.infer<typeof MoveEntry>

/** What to submit to have it back where it was; undefined where nothing was moved. */
export type MovedEntry = { undo?: MoveEntry }

const tries = 3

/**
 * Puts a question behind another one, or at an end of a section, in this or another note. A repeated submit changes nothing. Throws
 * Refusal: forbidden, not-found (question, note or section is gone), conflict (it was moved meanwhile, or its new neighbour was).
 */
export async function moveEntry(viewer: SignedIn, wanted: MoveEntry): Promise<MovedEntry> {
  if (!mayArrange(viewer)) throw new Refusal('forbidden', 'You may not move questions.')
  for (let attempt = 1; ; attempt++) {
    const moved = await database().transaction((tx) => moveOnce(tx, viewer, wanted))
    if (moved) return moved
    if (attempt === tries) throw new Refusal('conflict', 'It is being moved by somebody else.')
  }
}

/** Undefined where it changed notes between our look and our lock. */
async function moveOnce(
  tx: Transaction,
  viewer: SignedIn,
  wanted: MoveEntry,
): Promise<MovedEntry | undefined> {
  const before = await findEntry(tx, wanted.entry)
  const living = await lockNotes(tx, [before.noteId, wanted.note])
  const found = await findEntry(tx, wanted.entry)
  if (found.noteId !== before.noteId) return undefined
  if (found.trashedAt || !living.has(found.noteId))
    throw new Refusal('not-found', 'There is no such question.')
  if (!living.has(wanted.note)) throw new Refusal('not-found', 'There is no such note.', { field: 'note' })
  const there = await readTree(tx, wanted.note)
  requireSection(there, wanted.section)
  const siblings = there.entries.filter(({ sectionId }) => sectionId === wanted.section)
  if (found.noteId === wanted.note && found.sectionId === wanted.section)
    if (standsAt(siblings, wanted.entry, wanted.after)) return {}
  if (found.noteId !== wanted.fromNote || found.sectionId !== wanted.fromSection)
    throw new Refusal('conflict', 'It has been moved since you looked.', { field: 'entry' })
  requireNeighbour(
    siblings.filter(({ id }) => id !== wanted.entry),
    wanted.after,
  )
  const here = found.noteId === wanted.note ? there : await readTree(tx, found.noteId)
  const from = placeOf(
    here.entries.filter(({ sectionId }) => sectionId === found.sectionId),
    wanted.entry,
  )
  await place(tx, there, wanted)
  const undo = undoOf(wanted, found, from)
  await announcePlacing(tx, {
    noteIds: [...new Set([found.noteId, wanted.note])],
    entryIds: [wanted.entry],
    actorId: viewer.id,
    action: 'entry.move',
    objectKind: 'entry',
    objectId: wanted.entry,
    detail: {
      from: { note: found.noteId, section: found.sectionId, after: from },
      to: { note: wanted.note, section: wanted.section, after: wanted.after },
    },
  })
  return { undo }
}

async function findEntry(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ noteId: entry.noteId, sectionId: entry.sectionId, trashedAt: entry.trashedAt })
    .from(entry)
    .where(eq(entry.id, id))
  if (!found) throw new Refusal('not-found', 'There is no such question.')
  return found
}

function requireSection({ sections }: Tree, wanted: string | null): void {
  if (wanted !== null && !sections.some(({ id, trashed }) => id === wanted && !trashed))
    throw new Refusal('not-found', 'There is no such section.', { field: 'section' })
}

async function place(
  tx: Transaction,
  tree: Tree,
  { entry: id, note, section, after }: MoveEntry,
): Promise<void> {
  await tx.update(entry).set({ noteId: note, sectionId: section }).where(eq(entry.id, id))
  const own = tree.entries.find((each) => each.id === id)
  const list = own
    ? tree.entries
    : [...tree.entries, { id, sectionId: section, position: -1, trashed: false }]
  await writeOrder(
    tx,
    entry,
    replaced(list, new Set([id]), (rest) => indexFor(rest, tree, section, after)),
  )
}

/** Before which of the other questions of the note it goes: those of a note are numbered in one row. */
function indexFor(
  rest: Tree['entries'],
  tree: Pick<Tree, 'sections'>,
  section: string | null,
  after: After,
): number {
  if (after !== 'start' && after !== 'end') return rest.findIndex(({ id }) => id === after) + 1
  const first = rest.findIndex(({ sectionId }) => sectionId === section)
  if (first >= 0)
    return after === 'start' ? first : rest.findLastIndex(({ sectionId }) => sectionId === section) + 1
  const order = readingOrder(tree)
  const above = new Set(order.slice(0, order.indexOf(section)))
  return rest.findLastIndex(({ sectionId }) => above.has(sectionId)) + 1
}

const undoOf = (
  { entry, note, section }: MoveEntry,
  from: { noteId: string; sectionId: string | null },
  after: After,
): MoveEntry => ({
  entry,
  note: from.noteId,
  section: from.sectionId,
  after,
  fromNote: note,
  fromSection: section,
})
