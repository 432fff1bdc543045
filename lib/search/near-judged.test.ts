import { expect, test } from 'vitest'
import { database } from '#db/client'
import { anyReader } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { inventoryTitles } from '#lib/testing/inventory'
import { listNearDuplicates } from './near-duplicates.ts'
import { queueForIndexing } from './outbox.ts'

testDatabase()
const questions = inventoryTitles()
if (!questions) console.log('The real notes are not here: near-duplicates are not judged by them.')

test.skipIf(!questions)(
  'each of the 251 questions is known when it is asked again, none is taken for one about something else, and most of what is shown is about the same',
  { timeout: 120_000 },
  async () => {
    // given
    const asked = questions ?? []
    const { id: noteId } = await givenNote()
    const ids = await database().transaction(async (tx) => {
      const made: string[] = []
      for (const { title } of asked) made.push((await givenEntry(tx, { noteId, title })).id)
      await queueForIndexing(tx, made)
      return made
    })
    const topics = new Map(ids.map((id, at) => [id, asked[at]?.topic]))
    // when
    const unknown: string[] = []
    const mistaken: string[] = []
    let shown = 0
    let right = 0
    for (const [at, { title, topic }] of asked.entries()) {
      const near = await listNearDuplicates(anyReader, title)
      if (!near.some(({ id, isSame }) => isSame && id === ids[at])) unknown.push(title)
      for (const other of near.filter(({ id }) => id !== ids[at])) {
        const isRight = topic !== '' && topics.get(other.id) === topic
        if (other.isSame && !isRight) mistaken.push(`${title} = ${other.title}`)
        shown += 1
        right += isRight ? 1 : 0
      }
    }
    // then
    expect(unknown).toEqual([])
    expect(mistaken).toEqual([])
    expect(right).toBeGreaterThan(180)
    expect(right / shown).toBeGreaterThan(0.55)
  },
)
