import { expect, test } from 'vitest'
import { parser } from '../parser.ts'
import { bareUrlsIn } from './bare-url.ts'

/** What the page links. */
const linked = (text: string) =>
  parser
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token, at, all) => (token.type === 'link_open' ? [all[at + 1]?.content] : []))

test('addresses are found in plain text just where the page links them', () => {
  const texts = [
    '见https://example.com/a_b(c)。然后',
    'https://example.com',
    'see HTTP://example.com/x?a=1&b=2, and (https://a.b/c).',
    'xhttps://example.com 1http://a.b -http://a.b',
    'https:// https://。 http://一 http://x',
    'https://a.b/https://c.d 与 https://[::1]:80/x',
    'https://a.b/x)https://c.d',
    'ftp://a.b www.example.com example.com a@b.com',
    'https://example.com/路径 https://例子.com/a！',
  ]
  for (const text of texts) {
    const found = bareUrlsIn(text).map(({ from, to }) => text.slice(from, to))
    expect(found, text).toEqual(linked(text))
  }
  expect(bareUrlsIn(texts.join(' ')).length).toBeGreaterThan(8)
})
