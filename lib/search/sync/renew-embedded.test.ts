import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { searchIndex } from '#db/schema/search'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { EntrySearch } from '../input.ts'
import { queueForIndexing } from '../outbox.ts'
import { searchEntries } from '../search.ts'
import { adoptEmptyIndex } from './adopt-empty-index.ts'
import { renewEmbedded } from './renew-embedded.ts'

testDatabase()

test('an index that held nothing when the program came is not made anew, one that held something is', async () => {
  await database().update(searchIndex).set({ tokenizer: 0 })
  const { id: noteId } = await givenNote()
  const fill = () =>
    database().transaction(async (tx) =>
      queueForIndexing(tx, [(await givenEntry(tx, { noteId, title: '跳表' })).id]),
    )

  await adoptEmptyIndex()
  await fill()
  expect(await renewEmbedded()).toBe(false)

  await database().update(searchIndex).set({ tokenizer: 0 })
  await adoptEmptyIndex()
  expect(await renewEmbedded()).toBe(true)
})

test('a stop ends it between two batches, the old index stays, and the next start begins again', async () => {
  await database().update(searchIndex).set({ tokenizer: 0 })
  const stopped = AbortSignal.abort(new Error('stopped'))

  await expect(renewEmbedded(stopped)).rejects.toThrow('stopped')

  const [live] = await database().select().from(searchIndex).where(eq(searchIndex.live, true))
  expect(live?.tokenizer).toBe(0)
  expect(await renewEmbedded()).toBe(true)
})

test('an index of an earlier program is made anew once, and has everything', async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) =>
    queueForIndexing(tx, [(await givenEntry(tx, { noteId, title: '布隆过滤器' })).id]),
  )
  await database().update(searchIndex).set({ tokenizer: 0 })

  expect(await renewEmbedded()).toBe(true)
  expect(await renewEmbedded()).toBe(false)

  const { total } = await searchEntries(guest, EntrySearch.parse({ q: '布隆' }))
  expect(total).toBe(1)
})
