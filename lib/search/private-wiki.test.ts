import { expect, test } from 'vitest'
import { database } from '#db/client'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { countSearch, SeenSearch } from './count-search.ts'
import { listHits } from './hits.ts'
import { EntrySearch } from './input.ts'
import { listNearDuplicates } from './near-duplicates.ts'
import { queueForIndexing } from './outbox.ts'
import { listPeopleNamed } from './places.ts'
import { listRelated } from './related.ts'
import { searchEntries } from './search.ts'
import { readSearchStatus } from './sync/queries.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

async function givenQuestion(title: string): Promise<string> {
  const { id: noteId } = await givenNote()
  return database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title })
    await queueForIndexing(tx, [id])
    return id
  })
}

test.each(['', 'tcp', 'tag:x', 'note:y is:unanswered', 'kanarienvogel'])(
  'a wiki that is not public tells a guest nothing about %j, and a member what there is',
  async (q) => {
    const asked = { ...EntrySearch.parse({ q }), places: true }

    await expect(searchEntries(guest, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(searchEntries(await signedIn('member'), asked)).resolves.toMatchObject({ total: 0 })
  },
)

test('nor does what an index still holds, what is related, or what is counted tell or take anything', async () => {
  const id = await givenQuestion('什么是死锁？')
  const other = await givenQuestion('死锁是什么？')
  const asked = { id, title: '什么是死锁？', tags: [] }
  const member = await signedIn('member')
  const seen = SeenSearch.parse({ q: '什么是死锁', total: 1 })

  expect(await listHits(guest, [id])).toEqual(new Map())
  expect(await listRelated(guest, asked)).toEqual([])
  await expect(countSearch(guest, seen, '198.51.100.1')).rejects.toMatchObject({ code: 'forbidden' })

  expect([...(await listHits(member, [id])).keys()]).toEqual([id])
  expect(await listRelated(member, asked)).toMatchObject([{ id: other }])
  await expect(countSearch(member, seen, '198.51.100.1')).resolves.toBeUndefined()
})

test('how search is doing is the admins’ to see', async () => {
  await expect(readSearchStatus(await signedIn('editor'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readSearchStatus(await signedIn('admin'))).resolves.toMatchObject({ engine: 'postgres' })
})

test('nor does it tell a guest which questions come near to one', async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title: '什么是写时复制？' })
    await queueForIndexing(tx, [id])
  })

  expect(await listNearDuplicates(guest, '什么是写时复制？')).toEqual([])
  expect(await listNearDuplicates(await signedIn('member'), '什么是写时复制？')).toHaveLength(1)
})

test('members find one another by name; a guest is told of nobody', async () => {
  const { name } = await signedIn('member')
  expect(await listPeopleNamed(await signedIn('member'), name)).toEqual([name])
  expect(await listPeopleNamed(guest, name)).toEqual([])
})
