import { expect, test, vi } from 'vitest'
import { makePage } from './cached-page.ts'
import { PageCache } from './page-cache.ts'
import type { PageTag } from './tags.ts'

const page = (text: string, tags: PageTag[] = ['home'], status = 200) =>
  makePage(status, { 'content-type': 'text/html' }, Buffer.from(text), new Set(tags))
const textOf = async (cache: PageCache, render: () => ReturnType<typeof page>) =>
  (await cache.getOrRender('zh-CN /', render)).bodies.identity.toString()

test('a page is rendered once for any number of readers at once', async () => {
  const cache = new PageCache(1_000_000)
  const render = vi.fn(() => page('one'))
  await Promise.all(Array.from({ length: 50 }, () => cache.getOrRender('zh-CN /', render)))
  expect(render).toHaveBeenCalledTimes(1)
})

test('dropping a tag drops the pages made from it and no others', async () => {
  const cache = new PageCache(1_000_000)
  await cache.getOrRender('a', () => page('a', ['entry:1', 'note:1']))
  await cache.getOrRender('b', () => page('b', ['entry:2', 'note:1']))
  cache.drop('entry:1')
  expect([cache.get('a'), cache.get('b')?.bodies.identity.toString()]).toEqual([undefined, 'b'])
  cache.drop('note:1')
  expect(cache.size.pages).toBe(0)
})

test('a write during a render is not hidden by the page that was rendered before it', async () => {
  // given a render that began before the write
  const cache = new PageCache(1_000_000)
  let finish: (text: string) => void = () => {}
  const begun = cache.getOrRender('zh-CN /', async () =>
    page(await new Promise<string>((resolve) => (finish = resolve))),
  )
  // when the write drops the tag and only then the render ends
  cache.drop('home')
  const afterWrite = textOf(cache, () => page('new'))
  finish('old')
  await begun
  // then whoever asks from now on sees the new page
  expect(await afterWrite).toBe('new')
  expect(await textOf(cache, () => page('newer'))).toBe('new')
})

test('a page that names nothing, an error page and a failed render are not kept', async () => {
  const cache = new PageCache(1_000_000)
  await cache.getOrRender('untagged', () => page('x', []))
  await cache.getOrRender('error', () => page('x', ['home'], 500))
  await expect(cache.getOrRender('failed', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(cache.size.pages).toBe(0)
  expect(await textOf(cache, () => page('again'))).toBe('again')
})

test('the cache stays within its bytes and forgets the tags of what it lets go', async () => {
  const cache = new PageCache(200_000)
  for (let i = 0; i < 100; i++) {
    const text = Array.from({ length: 500 }, () => Math.random().toString(36)).join('')
    await cache.getOrRender(`${i}`, () => page(text, [`entry:${i}`]))
  }
  expect(cache.size.bytes).toBeLessThanOrEqual(200_000)
  expect(cache.get('0')).toBeUndefined()
  expect(cache.get('99')).toBeDefined()
})
