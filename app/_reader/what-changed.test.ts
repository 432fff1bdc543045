import { expect, test } from 'vitest'
import { type PageText, whatChanged } from './what-changed.ts'

const question: PageText = { shortId: 'q', kind: 'entry', number: 3, author: '甲' }
const answer: PageText = { shortId: 'a', kind: 'answer', number: 7, author: '乙' }
const before = { q: 3, a: 7 }

test('a page that is as it was says nothing', () => {
  expect(whatChanged(before, [question, answer])).toBeUndefined()
})

test('one text that was saved leads to what changed since this page was made', () => {
  expect(whatChanged(before, [question, { ...answer, number: 9, author: '丙' }])).toEqual({
    kind: 'saved',
    number: 9,
    author: '丙',
    path: '/answers/a/compare?from=7&to=9',
  })
  expect(whatChanged(before, [{ ...question, number: 4 }, answer])?.path).toBe(
    '/entries/q/compare?from=3&to=4',
  )
})

test('several texts, a new answer and one that is gone are told without a comparison', () => {
  expect(
    whatChanged(before, [
      { ...question, number: 4 },
      { ...answer, number: 8 },
    ]),
  ).toMatchObject({ kind: 'other' })
  expect(whatChanged(before, [question, answer, { ...answer, shortId: 'n', number: 1 }])).toMatchObject({
    kind: 'added',
    author: '乙',
  })
  expect(whatChanged(before, [question])).toMatchObject({ kind: 'other' })
})
