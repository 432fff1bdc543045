import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { answerEntry } from '#lib/entries/answer-entry'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { findContributor, listActivity } from './queries.ts'

testDatabase()

async function givenAnswered() {
  const writer = await signedIn('editor')
  const { id: noteId } = await givenNote()
  const { id } = await database().transaction((tx) => givenEntry(tx, { noteId, title: '问' }))
  await answerEntry(writer, { entry: id, operationId: v7(), markdown: '第一版，足够长的一句话。' })
  return { writer, id }
}

test('what somebody gave is counted and listed, the newest first', async () => {
  // given
  const { writer, id } = await givenAnswered()
  const { items } = await listActivity({ personId: writer.id })
  expect(items).toMatchObject([
    { number: 1, kind: 'edit', entry: { title: '问' }, author: { name: writer.name } },
  ])
  // when
  const [row] = await database().select({ head: entry.headRevisionId }).from(entry).where(eq(entry.id, id))
  await revise(writer, {
    kind: 'entry',
    id,
    baseId: row!.head,
    operationId: v7(),
    title: '再问',
    markdown: '',
    summary: '更准',
    minor: false,
  })
  // then
  const now = await listActivity({ personId: writer.id }, 1)
  expect(now.items).toMatchObject([{ summary: '更准', entry: { title: '再问' } }])
  const older = await listActivity({ personId: writer.id, before: now.next ?? undefined }, 1)
  expect(older).toMatchObject({ items: [{ number: 1 }], next: null })
  const [{ shortId }] = (await database()
    .select({ shortId: person.shortId })
    .from(person)
    .where(eq(person.id, writer.id))) as [{ shortId: string }]
  expect(await findContributor(shortId)).toMatchObject({ answers: 1, questions: 0, corrections: 0, edits: 1 })
})

test('what lies in the trash is not told', async () => {
  const { writer, id } = await givenAnswered()
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, id))

  expect((await listActivity({ personId: writer.id })).items).toEqual([])
})
