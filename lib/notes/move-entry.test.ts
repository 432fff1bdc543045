import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import { requireImporter } from '#lib/auth/importer'
import type { SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { importNote } from './import-note.ts'
import { type MoveEntry, moveEntry } from './move-entry.ts'
import { listPlaces } from './place-queries.ts'
import { findOutline } from './queries.ts'

testDatabase()

let editor: SignedIn
let notesGiven = 0
beforeAll(async () => {
  editor = await signedIn('editor')
})

/** A note of two sections with three questions each: a1, a2, a3 in A, b1, b2, b3 in B. */
async function givenNote() {
  const name = `搬动 ${notesGiven++}`
  const part = (letter: string) =>
    `## ${letter} 部分\n\n${[1, 2, 3].map((n) => `### 什么是 ${letter}${n}（${name}）？\n\n它是 ${letter}${n}。\n`).join('\n')}`
  const text = `# ${name}\n\n${part('A')}\n${part('B')}`
  const { noteId } = await importNote(await requireImporter(), {
    fileName: `${name}.md`,
    bytes: Buffer.from(text),
  })
  const entries = await entriesOf(noteId)
  const [a = '', b = ''] = [...new Set(entries.map(({ sectionId }) => sectionId ?? ''))]
  return {
    noteId,
    a,
    b,
    ids: entries.map(({ id }) => id) as [string, string, string, string, string, string],
  }
}

const entriesOf = (noteId: string) =>
  database()
    .select({ id: entry.id, sectionId: entry.sectionId, position: entry.position })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(asc(entry.position))

/** The questions of a note as they are read, each as its number from 0 in the order it was imported in. */
async function read(noteId: string, ids: string[]): Promise<number[][]> {
  const entries = await entriesOf(noteId)
  const { sections } = await findOutline(noteId)
  return [null, ...sections.map(({ id }) => id)].map((sectionId) =>
    entries.filter((each) => each.sectionId === sectionId).map(({ id }) => ids.indexOf(id)),
  )
}

type Given = Awaited<ReturnType<typeof givenNote>>
const within = ({ noteId, a }: Given, more: Partial<MoveEntry>): MoveEntry => ({
  entry: '',
  note: noteId,
  section: a,
  after: 'end',
  fromNote: noteId,
  fromSection: a,
  ...more,
})

test('a question goes behind another one, and taking it back puts it where it was', async () => {
  // given
  const given = await givenNote()
  const { noteId, ids } = given
  // when
  const { undo } = await moveEntry(editor, within(given, { entry: ids[0], after: ids[1] }))
  // then
  expect(await read(noteId, ids)).toEqual([[], [1, 0, 2], [3, 4, 5]])
  // when
  await moveEntry(editor, undo!)
  // then
  expect(await read(noteId, ids)).toEqual([[], [0, 1, 2], [3, 4, 5]])
})

test('a question goes to either end of another section, and out of all of them', async () => {
  const given = await givenNote()
  const { noteId, ids, b } = given

  await moveEntry(editor, within(given, { entry: ids[0], section: b, after: 'start' }))
  await moveEntry(editor, within(given, { entry: ids[1], section: b, after: 'end' }))
  await moveEntry(editor, within(given, { entry: ids[2], section: null, after: 'end' }))

  expect(await read(noteId, ids)).toEqual([[2], [], [0, 3, 4, 5, 1]])
})

test('a question goes to another note and back, with both places in the audit log', async () => {
  // given
  const [given, other] = [await givenNote(), await givenNote()]
  const { ids, noteId, a } = given
  // when
  const { undo } = await moveEntry(
    editor,
    within(given, { entry: ids[1], note: other.noteId, section: other.b, after: other.ids[3] }),
  )
  // then
  expect(await read(noteId, ids)).toEqual([[], [0, 2], [3, 4, 5]])
  const there = await entriesOf(other.noteId)
  expect(there.filter(({ sectionId }) => sectionId === other.b).map(({ id }) => id)).toEqual([
    other.ids[3],
    ids[1],
    other.ids[4],
    other.ids[5],
  ])
  const [said] = await database().select().from(audit).where(eq(audit.objectId, ids[1]))
  expect(said).toMatchObject({
    action: 'entry.move',
    actorId: editor.id,
    detail: {
      from: { note: noteId, section: a, after: ids[0] },
      to: { note: other.noteId, section: other.b, after: other.ids[3] },
    },
  })
  // when
  await moveEntry(editor, undo!)
  // then
  expect(await read(noteId, ids)).toEqual([[], [0, 1, 2], [3, 4, 5]])
})

test('the same submit again changes nothing and leaves no second trace', async () => {
  const given = await givenNote()
  const wanted = within(given, { entry: given.ids[0], section: given.b, after: given.ids[4] })

  await moveEntry(editor, wanted)
  const again = await moveEntry(editor, wanted)

  expect(again).toEqual({})
  expect(await read(given.noteId, given.ids)).toEqual([[], [1, 2], [3, 4, 0, 5]])
  expect(await database().select().from(audit).where(eq(audit.objectId, given.ids[0]))).toHaveLength(1)
})

test('what was moved by somebody else since one looked is not moved again', async () => {
  const given = await givenNote()
  await moveEntry(editor, within(given, { entry: given.ids[0], section: given.b, after: 'end' }))

  const late = moveEntry(editor, within(given, { entry: given.ids[0], section: null, after: 'start' }))

  await expect(late).rejects.toMatchObject({ code: 'conflict', details: { field: 'entry' } })
})

test('nothing is moved to what went to the trash meanwhile, and nothing out of it', async () => {
  const given = await givenNote()
  const other = await givenNote()
  const trashed = { trashedAt: new Date() }
  await database().update(entry).set(trashed).where(eq(entry.id, given.ids[4]))
  await database().update(section).set(trashed).where(eq(section.id, other.b))

  const behind = moveEntry(
    editor,
    within(given, { entry: given.ids[0], section: given.b, after: given.ids[4] }),
  )
  await expect(behind).rejects.toMatchObject({ code: 'conflict', details: { field: 'after' } })
  const into = moveEntry(editor, within(given, { entry: given.ids[0], note: other.noteId, section: other.b }))
  await expect(into).rejects.toMatchObject({ code: 'not-found', details: { field: 'section' } })
  const out = moveEntry(editor, within(given, { entry: given.ids[4], fromSection: given.b, section: null }))
  await expect(out).rejects.toMatchObject({ code: 'not-found' })
  await database().update(note).set(trashed).where(eq(note.id, other.noteId))
  const gone = moveEntry(editor, within(given, { entry: given.ids[0], note: other.noteId, section: other.a }))
  await expect(gone).rejects.toMatchObject({ code: 'not-found', details: { field: 'note' } })
  expect(await read(given.noteId, given.ids)).toEqual([[], [0, 1, 2], [3, 4, 5]])
})

test('a section of another note than the wanted one is no place', async () => {
  const [given, other] = [await givenNote(), await givenNote()]

  const mixed = moveEntry(editor, within(given, { entry: given.ids[0], section: other.a }))

  await expect(mixed).rejects.toMatchObject({ code: 'not-found', details: { field: 'section' } })
})

test('members may not move, nor see where to', async () => {
  const given = await givenNote()

  const tried = moveEntry(await signedIn('member'), within(given, { entry: given.ids[0], after: 'end' }))

  await expect(tried).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listPlaces(await signedIn('member'))).rejects.toMatchObject({ code: 'forbidden' })
  expect((await listPlaces(editor)).find(({ id }) => id === given.noteId)?.sections).toMatchObject([
    { id: given.a, depth: 0 },
    { id: given.b, depth: 0 },
  ])
})

test('any moves at once between two notes neither lose nor double a question, and places stay a strict order', async () => {
  // given
  const [one, two] = [await givenNote(), await givenNote()]
  const all = [...one.ids, ...two.ids].toSorted()
  const places = [one, two].flatMap(({ noteId, a, b }) => [
    { note: noteId, section: a },
    { note: noteId, section: b },
    { note: noteId, section: null },
  ])
  const anyMove = fc.record({
    who: fc.nat({ max: all.length - 1 }),
    to: fc.nat({ max: places.length - 1 }),
    after: fc.oneof(fc.constantFrom('start' as const, 'end' as const), fc.nat({ max: all.length - 1 })),
  })
  const move = async ({ who, to, after }: { who: number; to: number; after: 'start' | 'end' | number }) => {
    const id = all[who] ?? ''
    const [now] = await database()
      .select({ fromNote: entry.noteId, fromSection: entry.sectionId })
      .from(entry)
      .where(eq(entry.id, id))
    const behind = typeof after === 'number' ? (all[after] ?? '') : after
    await moveEntry(editor, { entry: id, ...places[to]!, after: behind, ...now! })
  }
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 2, maxLength: 6 }), async (moves) => {
      // when
      const outcomes = await Promise.allSettled(moves.map(move))
      // then
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'Refusal' })
      const rows = [await entriesOf(one.noteId), await entriesOf(two.noteId)]
      expect(rows.flatMap((of) => of.map(({ id }) => id)).toSorted()).toEqual(all)
      for (const of of rows) expect(new Set(of.map(({ position }) => position)).size).toBe(of.length)
    }),
    { numRuns: 25 },
  )
}, 60_000)
