import { afterEach, expect, test } from 'vitest'
import { database } from '#db/client'
import { testDatabase } from '#lib/testing/database'
import { dropHereBy, dropPages } from './tags.ts'

testDatabase()

afterEach(() => dropHereBy(undefined))

test('whoever wrote reads it next: pages are dropped here once it is committed, and before its verb returns', async () => {
  // given
  const dropped: string[] = []
  dropHereBy((tag) => void dropped.push(tag))
  // when
  const during = await database().transaction(async (tx) => {
    await tx.transaction((inner) => dropPages(inner, ['home']))
    await dropPages(tx, ['tags', 'notes'])
    return [...dropped]
  })
  // then
  expect(during).toEqual([])
  expect(dropped).toEqual(['home', 'tags', 'notes'])
})

test('a write that is taken back drops nothing, and neither do two at once each other’s', async () => {
  // given
  const dropped: string[] = []
  dropHereBy((tag) => void dropped.push(tag))
  const write = (tag: 'home' | 'tags', isFine: boolean) =>
    database().transaction(async (tx) => {
      await dropPages(tx, [tag])
      if (!isFine) throw new Error('taken back')
    })
  // when
  await Promise.allSettled([write('home', false), write('tags', true)])
  // then
  expect(dropped).toEqual(['tags'])
})
