import { expect, test } from 'vitest'
import { readTakenFrom, takenFromSummary } from './taken-from.ts'

test('what says where an answer was taken from is read again, whatever its title holds', () => {
  for (const title of ['什么是惊群？', 'a /answers/b #1', '← <b>']) {
    const summary = takenFromSummary({ title, shortId: 'abc0123456', number: 12 })

    expect(readTakenFrom(summary)).toEqual({ title, path: '/answers/abc0123456/history/12', number: 12 })
  }
})

test('what somebody wrote is no such summary', () => {
  for (const summary of ['', '改了一句', '← 见上', 'taken from /answers/abc #1'])
    expect(readTakenFrom(summary)).toBeUndefined()
})
