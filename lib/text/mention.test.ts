import { expect, test } from 'vitest'
import { namesInHtml, withNames } from './mention.ts'

test('a rendered comment shows the names of now, whatever these hold', () => {
  const html = '<p><a href="/people/abcdefghjk">@Old</a> <a href="/people/abcdefghjk">his page</a></p>'

  expect(namesInHtml(html)).toEqual(['abcdefghjk'])
  expect(withNames(html, new Map([['abcdefghjk', '<b>$&']]))).toBe(
    '<p><a href="/people/abcdefghjk">@&#x3C;b>$&#x26;</a> <a href="/people/abcdefghjk">his page</a></p>',
  )
  expect(withNames(html, new Map())).toBe(html)
})
