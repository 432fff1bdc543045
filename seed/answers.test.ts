import { expect, test } from 'vitest'
import { proseOf, shippedFiles } from './shipped-entries.ts'

const entries = shippedFiles().flatMap((file) => file.entries)
const answers = entries.flatMap((entry) =>
  entry.answers.map((markdown, at) => ({ entry, markdown, isDeepest: at === entry.answers.length - 1 })),
)

test('every entry has tags and stands in a section', () => {
  expect(entries.filter(({ tags, section }) => tags.length === 0 || section === '')).toEqual([])
})

test('about ten questions are left open, about a dozen have a short and a deep answer, none has more', () => {
  const having = (count: number) => entries.filter((entry) => entry.answers.length === count).length

  expect(having(0)).toBeGreaterThanOrEqual(8)
  expect(having(0)).toBeLessThanOrEqual(12)
  expect(having(2)).toBeGreaterThanOrEqual(10)
  expect(having(2)).toBeLessThanOrEqual(14)
  expect(having(0) + having(1) + having(2)).toBe(entries.length)
})

test('every answer begins with what one would say at once', () => {
  const without = answers.filter(
    ({ markdown }) => !/^\*\*一句话\*\*：.{15,}[。；]?$/.test(markdown.split('\n')[0] ?? ''),
  )

  expect(without.map(({ entry }) => entry.title)).toEqual([])
})

test('every explanation has 150 to 900 characters, at least 60 where a deeper answer follows', () => {
  const off = answers
    .map(({ entry, markdown, isDeepest }) => ({
      title: entry.title,
      length: lengthOf(explanationOf(markdown)),
      least: isDeepest ? 150 : 60,
    }))
    .filter(({ length, least }) => length < least || length > 900)

  expect(off).toEqual([])
})

test('every answer names a source and ends with it', () => {
  const without = answers.filter(
    ({ markdown }) => !/^来源：\[.+\]\(https:.+\)$/.test(markdown.split('\n').at(-1) ?? ''),
  )

  expect(without.map(({ entry }) => entry.title)).toEqual([])
})

test('prose has neither pictures, HTML nor marks', () => {
  const marked = answers.filter(({ markdown }) =>
    /!\[|<\/?[a-z][^>]*>|==[^=\s][^=]*==/i.test(proseOf(markdown)),
  )

  expect(marked.map(({ entry }) => entry.title)).toEqual([])
})

/** What stands between the short answer and the links, without code. */
const explanationOf = (markdown: string): string =>
  proseOf(markdown)
    .split('\n')
    .filter((line) => !/^(\*\*一句话\*\*|\*\*追问\*\*|来源)：/.test(line))
    .join('\n')

/** As word processors count Chinese: each Han character, each of its punctuation marks, each run of Latin letters and digits. */
const lengthOf = (text: string): number =>
  text.match(/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef“”]|[A-Za-z0-9]+/gu)?.length ?? 0
