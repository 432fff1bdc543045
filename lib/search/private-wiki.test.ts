import { expect, test } from 'vitest'
import { database } from '#db/client'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { EntrySearch } from './input.ts'
import { listNearDuplicates } from './near-duplicates.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

test.each(['', 'tcp', 'tag:x', 'note:y is:unanswered', 'kanarienvogel'])(
  'a wiki that is not public tells a guest nothing about %j, and a member what there is',
  async (q) => {
    const asked = { ...EntrySearch.parse({ q }), places: true }

    await expect(searchEntries(guest, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(searchEntries(await signedIn('member'), asked)).resolves.toMatchObject({ total: 0 })
  },
)

test('nor does it tell a guest which questions come near to one', async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title: '什么是写时复制？' })
    await queueForIndexing(tx, [id])
  })

  expect(await listNearDuplicates(guest, '什么是写时复制？')).toEqual([])
  expect(await listNearDuplicates(await signedIn('member'), '什么是写时复制？')).toHaveLength(1)
})
