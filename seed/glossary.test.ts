import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proseOf, shippedFiles } from './shipped-entries.ts'

const entries = shippedFiles().flatMap((file) => file.entries)
const texts = entries.map(({ file, title, answers }) => ({
  place: `${file}: ${title}`,
  text: withoutAddresses([title, ...answers.map(proseOf)].join('\n')),
}))
const terms = readFileSync(join(import.meta.dirname, 'glossary.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [zh = '', en = '', rejected = '', ...more] = row.split('\t')
    return { zh, en: en.split('|'), rejected: rejected.split('|').filter(Boolean), more }
  })

test('the glossary has each term once, with its English', () => {
  const names = terms.map(({ zh }) => zh)

  expect(names).toEqual([...new Set(names)])
  expect(terms.filter(({ zh, en, more }) => !zh || en.some((name) => !name) || more.length > 0)).toEqual([])
})

test('every term of the glossary is used in the handbook', () => {
  const used = [...texts.map(({ text }) => text), ...entries.flatMap(({ aliases }) => aliases)]

  const unused = terms.filter(({ zh }) => !used.some((text) => text.includes(zh)))

  expect(unused.map(({ zh }) => zh)).toEqual([])
})

test('no rejected spelling of a term occurs in the handbook', () => {
  const found = terms.flatMap(({ rejected }) =>
    rejected.flatMap((spelling) =>
      texts.filter(({ text }) => wordOf(spelling).test(text)).map(({ place }) => `${spelling} in ${place}`),
    ),
  )

  expect(found).toEqual([])
})

/** Latin spellings as whole words, so that `IO` is not found in `IOCP` nor `nginx` in `nginx.org`. */
const wordOf = (spelling: string): RegExp =>
  /^[\x20-\x7e]+$/.test(spelling) ? new RegExp(`(?<![\\w./-])${spelling}(?![\\w./-])`) : new RegExp(spelling)

function withoutAddresses(text: string): string {
  return text.replace(/\]\([^)]*\)/g, ']')
}
