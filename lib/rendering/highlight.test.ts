import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { codeFigure } from './code-figure.ts'
import { highlightCode } from './highlight.ts'

async function highlighted(code: string, budget = Number.POSITIVE_INFINITY): Promise<string> {
  const tree: Root = { type: 'root', children: [codeFigure(code, 'js')] }
  await highlightCode(tree, budget)
  return toHtml(tree)
}

test('blocks of up to 2,000 lines of up to 2,000 characters are highlighted', async () => {
  expect(await highlighted('let a = 1\n'.repeat(2000))).toContain('<span class="code-keyword">')
  expect(await highlighted('let a = 1\n'.repeat(2001))).not.toContain('<span')
  expect(await highlighted(`let ${'a'.repeat(1990)}`)).toContain('<span class="code-keyword">')
  expect(await highlighted(`let ${'a'.repeat(2000)}`)).not.toContain('<span')
})

test('without time left the code stays plain and whole', async () => {
  expect(await highlighted('let a = 1', 0)).toContain('<code>let a = 1</code>')
})

test('a comment that goes on beyond a hundred lines is still a comment', async () => {
  const html = await highlighted(`/*\n${'let a\n'.repeat(150)}*/\nlet b`)
  expect(html.match(/code-keyword/g)).toHaveLength(1)
})
