import postgres from 'postgres'
import { expect, inject, test, vi } from 'vitest'
import { database, driver } from '#db/client'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { EntrySearch } from '../input.ts'
import { queueForIndexing } from '../outbox.ts'
import { searchEntries } from '../search.ts'
import { startTidying, tidyIndex } from './keep-tidy.ts'

testDatabase()

async function givenIndexed(title: string): Promise<void> {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title })
    await queueForIndexing(tx, [id])
  })
}

const countFound = async (q: string) => (await searchEntries(guest, EntrySearch.parse({ q }))).total

test('what was just written is found before it is put in order and after, and one time puts all of it in order', async () => {
  // given
  await givenIndexed('布隆过滤器')
  expect(await countFound('布隆过滤器')).toBe(1)
  // when
  const [first, second] = [await tidyIndex(), await tidyIndex()]
  // then
  expect([first > 0, second]).toEqual([true, 0])
  expect(await countFound('布隆过滤器')).toBe(1)
})

test('a save is put in order soon after it, by itself', async () => {
  // given
  const [{ name } = { name: '' }] = await driver()<{ name: string }[]>`select current_database() as name`
  const url = new URL(inject('superuserUrl'))
  url.pathname = `/${name}`
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  const countWaiting = async () => {
    const [row] = await sql`select pending_pages::int as pages from pgstatginindex('search_doc_tsv')`
    return row?.pages
  }
  await sql`create extension pgstattuple`
  await tidyIndex()
  const stop = await startTidying()
  try {
    // when
    await givenIndexed('跳表')
    // then
    await vi.waitFor(async () => expect(await countWaiting()).toBe(0), { timeout: 20_000, interval: 100 })
  } finally {
    await stop()
    await sql.end()
  }
})
