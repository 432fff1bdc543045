import { setImmediate as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { PageCache } from './page-cache.ts'
import { type RequestHandler, renderPublicPage as renderPage } from './render-page.ts'
import { madeFrom, type PageTag } from './tags.ts'

/** A page that says what it was made from before and after it waited for something. */
const handler =
  (made: string[]): RequestHandler =>
  async ({ url = '' }, response) => {
    made.push(url)
    madeFrom(`note:${url}` as PageTag) // any text is a note's id here
    await later()
    madeFrom('home')
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${url}</p>`)
  }

test('a page carries the tags that it named while it was made, and no other page’s', async () => {
  const pages = await Promise.all(['/a', '/b'].map((path) => renderPage(handler([]), path, 'en')))

  expect(pages.map(({ tags }) => [...tags])).toEqual([
    ['note:/a', 'home'],
    ['note:/b', 'home'],
  ])
})

test('so it is made once, and again when one of them is dropped', async () => {
  const made: string[] = []
  const cache = new PageCache(1_000_000)
  const read = () => cache.getOrRender('en /a', () => renderPage(handler(made), '/a', 'en'))

  await read()
  await read()
  expect(made).toEqual(['/a'])

  cache.drop('home')
  await read()
  expect(made).toEqual(['/a', '/a'])
})
