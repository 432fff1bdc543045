import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { entryStateOf } from './entry-state.ts'

testDatabase()

async function stateWith(substances: ('none' | 'some' | 'full')[], trashed: number[] = []) {
  const { id: noteId } = await givenNote()
  const answers = substances.map((substance) => ({ markdown: substance, substance }))
  const { id, answerIds } = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '问题', answers }),
  )
  for (const at of trashed)
    await database().update(answer).set({ trashedAt: new Date() }).where(eq(answer.id, answerIds[at]!))
  const [row] = await database()
    .select({ state: entryStateOf(entry.id) })
    .from(entry)
    .where(eq(entry.id, id))
  return row?.state
}

test.each([
  [[], 'unanswered'],
  [['none'], 'unanswered'],
  [['none', 'some'], 'partial'],
  [['some', 'full', 'none'], 'answered'],
] as const)('answers that say %j make the question %s', async (substances, state) => {
  expect(await stateWith([...substances])).toBe(state)
})

test('an answer in the trash says nothing', async () => {
  expect(await stateWith(['full', 'some'], [0])).toBe('partial')
  expect(await stateWith(['full'], [0])).toBe('unanswered')
})
