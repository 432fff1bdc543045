import { expect, test } from 'vitest'
import { withoutRuntime } from './without-runtime.ts'

const runtime = [
  '<script src="/_next/static/chunks/a1.js" async=""></script>',
  '<script src="/_next/static/chunks/polyfills.js" noModule=""></script>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
  '<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  '<script>self.__next_f.push([1,"a<b"])</script>',
]
const own = [
  '<link rel="stylesheet" href="/_next/static/chunks/c.css" data-precedence="next"/>',
  '<script>try{}catch{}</script>',
  '<script type="module" src="/_next/static/reader/reader-AB.js"></script>',
  '<script type="speculationrules">{"prefetch":[]}</script>',
]

test('a finished page keeps its text, its styles and its own scripts, and nothing of the runtime', () => {
  const page = (parts: string[]) =>
    `<!DOCTYPE html><html lang="en" data-runtime="none">${parts.join('<p>text</p>')}</html>`
  const mixed = own.flatMap((part, at) => [part, ...runtime.slice(at * 2, at * 2 + 2)])

  const finished = withoutRuntime(page(mixed))

  for (const part of own) expect(finished).toContain(part)
  for (const part of runtime) expect(finished).not.toContain(part)
  expect(finished.match(/<p>text<\/p>/g)).toHaveLength(mixed.length - 1)
})

test('a page that does not say so keeps its runtime', () => {
  const html = `<!DOCTYPE html><html lang="en">${runtime.join('')}<p>data-runtime="none"</p></html>`
  expect(withoutRuntime(html)).toBe(html)
})

test('text about scripts inside a page is not touched', () => {
  const html = '<html data-runtime="none"><code>&lt;script src="/_next/static/chunks/a.js"&gt;</code></html>'
  expect(withoutRuntime(html)).toBe(html)
})
