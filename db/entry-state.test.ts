import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, report } from '#db/schema/corrections'
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

type Doubt = { kind: string; on?: 'entry' | 'answer'; state?: 'open' | 'rejected' }

async function stateDoubted(substance: 'some' | 'full', doubts: Doubt[], isTrashed = false) {
  const { id: noteId } = await givenNote()
  const answers = [
    { markdown: 'a', substance },
    { markdown: 'b', substance },
  ]
  const { id, answerIds } = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '问题', answers }),
  )
  const [head] = await database()
    .select({ revisionId: entry.headRevisionId, authorId: entry.createdBy })
    .from(entry)
    .where(eq(entry.id, id))
  for (const { kind, on = 'answer', state = 'open' } of doubts) {
    const target = on === 'entry' ? { entryId: id } : { answerId: answerIds[0]! }
    if (kind === 'wrong' || kind === 'unclear' || kind === 'outdated')
      await database()
        .insert(report)
        .values({
          ...target,
          ...head!,
          kind,
          passage: { quote: 'a', prefix: '', suffix: '' },
          closedAt: state === 'open' ? null : new Date(),
        })
    else
      await database()
        .insert(correction)
        .values({ ...target, authorId: head!.authorId, kind: kind as 'fact', state })
  }
  if (isTrashed)
    await database().update(answer).set({ trashedAt: new Date() }).where(eq(answer.id, answerIds[0]!))
  const [row] = await database()
    .select({ state: entryStateOf(entry.id) })
    .from(entry)
    .where(eq(entry.id, id))
  return row?.state
}

test.each([
  [[{ kind: 'fact' }], 'disputed'],
  [[{ kind: 'code', on: 'entry' }], 'disputed'],
  [[{ kind: 'wrong' }], 'disputed'],
  [[{ kind: 'outdated', on: 'entry' }], 'outdated'],
  [[{ kind: 'outdated' }, { kind: 'fact' }], 'disputed'],
  [[{ kind: 'typo' }], 'answered'],
  [[{ kind: 'unclear' }], 'answered'],
  [[{ kind: 'fact', state: 'rejected' }], 'answered'],
  [[{ kind: 'wrong', state: 'rejected' }], 'answered'],
] as [Doubt[], string][])('%j on an answered question make it %s', async (doubts, state) => {
  expect(await stateDoubted('full', doubts)).toBe(state)
})

test('what is not answered fully is not disputed, and nobody doubts an answer in the trash', async () => {
  expect(await stateDoubted('some', [{ kind: 'fact' }])).toBe('partial')
  expect(await stateDoubted('full', [{ kind: 'fact' }], true)).toBe('answered')
})
