import { expect, test } from 'vitest'
import { bestPassage } from './best-passage.ts'

const mark = (at: string, text: string) => ({ at, toString: () => text })
const passageOf = ({ at }: { at: string }) => at

test('the passage with most different words wins, not the one that repeats a word', () => {
  const marks = [mark('a', 'TCP'), mark('a', 'tcp'), mark('a', 'TCP'), mark('b', 'tcp'), mark('b', '握手')]

  const found = bestPassage(marks, passageOf)

  expect(found).toBe('b')
})

test('of equals the first wins, and without marks there is none', () => {
  expect(bestPassage([mark('a', 'x'), mark('b', 'x')], passageOf)).toBe('a')
  expect(bestPassage([], passageOf)).toBeUndefined()
})
