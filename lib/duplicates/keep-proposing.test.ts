import { expect, test } from 'vitest'
import { database } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { alone, atFirst, lookAgain } from './keep-proposing.ts'

testDatabase()

test('of several instances one looks at a time, and the next may when it is done', async () => {
  let end = () => {}
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const looking = alone(async () => {
    begun()
    await new Promise<void>((resolve) => {
      end = resolve
    })
    return 'mine'
  })
  await hasBegun

  expect(await alone(async () => 'theirs')).toBeUndefined()
  end()
  expect(await looking).toBe('mine')
  expect(await alone(async () => 'theirs')).toBe('theirs')
})

test('whoever fails leaves the way free', async () => {
  await expect(
    alone(async () => {
      throw new Error('away')
    }),
  ).rejects.toThrow('away')
  expect(await alone(async () => 'again')).toBe('again')
})

test('everything is looked at first, then what is new, and nothing where nothing is', async () => {
  const { id: noteId } = await givenNote()
  const add = (title: string) => database().transaction((tx) => givenEntry(tx, { noteId, title }))
  const count = async () => (await database().select().from(duplicate)).length
  const day = 86_400_000
  await add('什么是跳表')
  await add('跳表的原理')

  const first = await lookAgain(atFirst, 2 * day)
  expect(await count()).toBe(1)
  expect(first.everythingAt).toBe(2 * day)
  expect(await lookAgain(first, 2.5 * day)).toBe(first)

  await add('什么是写偏斜')
  await add('写偏斜')
  const second = await lookAgain(first, 2.5 * day)
  expect(await count()).toBe(2)
  expect(second.everythingAt).toBe(2 * day)
  expect(second.newest).not.toBe(first.newest)
  expect((await lookAgain(second, 3.5 * day)).everythingAt).toBe(3.5 * day)
})
