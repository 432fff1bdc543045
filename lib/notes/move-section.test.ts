import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import { requireImporter } from '#lib/auth/importer'
import type { SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { importNote } from './import-note.ts'
import { type MoveSection, moveSection } from './move-section.ts'
import { findOutline } from './queries.ts'

testDatabase()

let editor: SignedIn
let notesGiven = 0
beforeAll(async () => {
  editor = await signedIn('editor')
})

/** A note of three sections, A with A1 in it, B and C, each with a question. */
async function given() {
  const name = `章节 ${notesGiven++}`
  const part = (title: string, level: number) =>
    `${'#'.repeat(level)} ${title}\n<!-- section ${level} -->\n\n#### 什么是${title}（${name}）？\n\n它。\n\n`
  const text = `# ${name}\n\n${part('A', 2)}${part('A1', 3)}${part('B', 2)}${part('C', 2)}`
  const { noteId } = await importNote(await requireImporter(), {
    fileName: `${name}.md`,
    bytes: Buffer.from(text),
  })
  const rows = await sectionsOf(noteId)
  return { noteId, ids: rows.map(({ id }) => id) as [string, string, string, string] }
}

const sectionsOf = (noteId: string) =>
  database()
    .select({ id: section.id, parentId: section.parentId, level: section.level, position: section.position })
    .from(section)
    .where(eq(section.noteId, noteId))
    .orderBy(asc(section.position))

type Level = { title: string | null; sections: Level[] }
const names = ({ sections }: { sections: Level[] }): string =>
  sections.map((each) => `${each.title}${each.sections.length > 0 ? `(${names(each)})` : ''}`).join(' ')
const shown = async (noteId: string) => names(await findOutline(noteId))
const move = (wanted: Partial<MoveSection> & { section: string }) =>
  moveSection(editor, { parent: null, after: 'end', fromParent: null, ...wanted })

test('a section goes among its siblings with everything in it, and back', async () => {
  const { noteId, ids } = await given()

  const { undo } = await move({ section: ids[0], after: ids[2] })
  expect(await shown(noteId)).toBe('B A(A1) C')
  await moveSection(editor, undo!)
  expect(await shown(noteId)).toBe('A(A1) B C')
})

test('into another section it goes a level deeper, and taken back it is as deep as it was', async () => {
  // given
  const { noteId, ids } = await given()
  const before = await sectionsOf(noteId)
  // when
  const { undo } = await move({ section: ids[0], parent: ids[2], after: 'start' })
  // then
  expect(await shown(noteId)).toBe('B(A(A1)) C')
  const levels = new Map((await sectionsOf(noteId)).map(({ id, level }) => [id, level]))
  expect(ids.map((id) => levels.get(id))).toEqual([3, 4, 2, 2])
  const order = await database()
    .select({ sectionId: entry.sectionId })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(entry.position)
  expect(order.map(({ sectionId }) => ids.indexOf(sectionId ?? ''))).toEqual([2, 0, 1, 3])
  // when
  await moveSection(editor, undo!)
  // then
  expect(await sectionsOf(noteId)).toEqual(before)
})

test('a section goes neither into itself nor deeper than six levels', async () => {
  const { noteId, ids } = await given()
  await database().update(section).set({ level: 6 }).where(eq(section.id, ids[1]))

  await expect(move({ section: ids[0], parent: ids[1] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(move({ section: ids[0], parent: ids[2] })).rejects.toMatchObject({ code: 'invalid' })
  expect(await shown(noteId)).toBe('A(A1) B C')
})

test('the same submit again changes nothing, and one on an old view is refused', async () => {
  const { noteId, ids } = await given()

  await move({ section: ids[3], parent: ids[0], after: 'end' })
  expect(await move({ section: ids[3], parent: ids[0], after: 'end' })).toEqual({})
  await expect(move({ section: ids[3], parent: ids[2], after: 'end' })).rejects.toMatchObject({
    code: 'conflict',
  })

  expect(await shown(noteId)).toBe('A(A1 C) B')
  expect(await database().select().from(audit).where(eq(audit.objectId, ids[3]))).toHaveLength(1)
})

test('members may not, and nothing goes to what is in the trash', async () => {
  const { ids } = await given()
  await database().update(section).set({ trashedAt: new Date() }).where(eq(section.id, ids[2]))
  const wanted = { section: ids[0], parent: ids[2], after: 'end' as const, fromParent: null }

  await expect(moveSection(await signedIn('member'), wanted)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(moveSection(editor, wanted)).rejects.toMatchObject({ code: 'not-found' })
  await expect(move({ section: ids[0], after: ids[2] })).rejects.toMatchObject({ code: 'conflict' })
})

test('any moves at once leave a tree: none lost, no cycle, one order, one to six levels', async () => {
  const { noteId, ids } = await given()
  const anyMove = fc.record({
    who: fc.nat({ max: 3 }),
    parent: fc.option(fc.nat({ max: 3 })),
    after: fc.constantFrom('start' as const, 'end' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 2, maxLength: 5 }), async (moves) => {
      // when
      const rows = await sectionsOf(noteId)
      const outcomes = await Promise.allSettled(
        moves.map(({ who, parent, after }) =>
          move({
            section: ids[who]!,
            parent: parent === null ? null : ids[parent]!,
            after,
            fromParent: rows.find(({ id }) => id === ids[who])?.parentId ?? null,
          }),
        ),
      )
      // then
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'Refusal' })
      const now = await sectionsOf(noteId)
      expect((await shown(noteId)).match(/[ABC]\d?/g)?.toSorted()).toEqual(['A', 'A1', 'B', 'C'])
      expect(new Set(now.map(({ position }) => position)).size).toBe(4)
      for (const { level, parentId } of now) {
        const above = now.find(({ id }) => id === parentId)?.level ?? 0
        expect(level).toBeGreaterThan(above)
        expect(level).toBeLessThanOrEqual(6)
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)
