import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { alone } from './keep-proposing.ts'

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
