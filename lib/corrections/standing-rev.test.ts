import { expect, test } from 'vitest'
import { standingRev } from './standing-rev.ts'

const step = (kind: string, rev: number) => ({ kind, rev })

test('what can be undone is the newest acceptance that nobody has undone yet', () => {
  const part = [step('accepted_part', 1)]
  const both = [...part, step('accepted', 2), step('confirmed', 2)]
  const one = [...both, step('undone', 2)]

  expect(standingRev([step('rejected', 1)])).toBeUndefined()
  expect(standingRev(part)).toBe(1)
  expect(standingRev(both)).toBe(2)
  expect(standingRev(one)).toBe(1)
  expect(standingRev([...one, step('undone', 1)])).toBeUndefined()
  expect(standingRev([...one, step('accepted', 2)])).toBe(2)
})
