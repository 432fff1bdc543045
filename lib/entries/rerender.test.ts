import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { database } from '#db/client'
import { revision } from '#db/schema/revisions'
import { rendererVersion } from '#lib/rendering/rendered'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { rerenderHeads } from './rerender.ts'

testDatabase()
let ownerUrl: string
let close: () => Promise<void>

beforeAll(() => {
  const url = new URL(inject('superuserUrl'))
  url.pathname = new URL(process.env.DATABASE_URL ?? '').pathname
  ownerUrl = url.href
  const sql = postgres(ownerUrl, { max: 1 })
  close = () => sql.end()
  asOwner = drizzle(sql)
})
let asOwner: ReturnType<typeof drizzle>
afterAll(() => close())

test('a text that an older renderer made is rendered anew; what was written stays, and the application cannot do it', async () => {
  // given
  const { id: noteId } = await givenNote()
  const { answerIds } = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '什么是死锁？', answers: [{ markdown: '**互斥**是条件之一。' }] }),
  )
  const answerId = answerIds[0]!
  await asOwner.update(revision).set({ rendererVersion: 0, html: 'old' })
  const read = async () =>
    (await database().select().from(revision).where(eq(revision.answerId, answerId)))[0]
  const before = await read()
  // when
  const count = await rerenderHeads(ownerUrl)
  // then
  const after = await read()
  expect(count).toBe(2)
  expect(after).toMatchObject({ rendererVersion, html: expect.stringContaining('<strong>互斥</strong>') })
  expect({ ...after, html: '', rendererVersion: 0, toc: [], substance: 'full' }).toEqual({
    ...before,
    html: '',
    rendererVersion: 0,
    toc: [],
    substance: 'full',
  })
  expect(await rerenderHeads(ownerUrl)).toBe(0)
  await expect(database().update(revision).set({ html: 'mine' })).rejects.toThrow()
  await expect(asOwner.update(revision).set({ markdown: 'mine' })).rejects.toThrow()
  await expect(asOwner.delete(revision)).rejects.toThrow()
})
