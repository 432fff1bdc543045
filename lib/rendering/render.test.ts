import { describe, expect, test } from 'vitest'
import { realNotes } from '#lib/testing/notes'
import { pathologicalBlocks } from './pathological-blocks.ts'
import { pathologicalLines } from './pathological-lines.ts'
import { renderMany, renderMarkdown } from './render.ts'

const notes = realNotes()

test('a text comes back from the worker rendered', async () => {
  // when
  const rendered = await renderMarkdown('# 标题\n\n**重点：**内容', { idPrefix: 'q' })

  // then
  expect(rendered).toMatchObject({
    toc: [{ depth: 3, id: 'q-h-标题', text: '标题' }],
    links: [],
    substance: 'full',
    rendererVersion: 1,
  })
  expect(rendered.html).toContain('<strong>重点：</strong>内容')
  expect(rendered.fallback).toBeUndefined()
})

test('many texts come back in order, however many there are', async () => {
  const texts = Array.from({ length: 300 }, (_, at) => `第 ${at} 段`)
  const all = await renderMany(texts)
  expect(all.map(({ html }) => html)).toEqual(texts.map((text) => `<p>${text}</p>`))
})

describe.each([
  ['blocks', pathologicalBlocks],
  ['lines', pathologicalLines],
])('hostile %s', (_, generators) => {
  test.each(Object.entries(generators))('%s: safe at 8 and at 200 KB', async (_name, generate) => {
    // when
    const all = await renderMany([8_000, 200_000].map(generate))

    // then
    for (const { html, fallback } of all) {
      expect(html).not.toMatch(/<script|<[^>]* (?:style|on\w+)=/)
      expect(fallback).not.toBe('failed')
    }
  })
})

test.skipIf(!notes)('the five notes come out whole', async () => {
  // when
  const all = await renderMany((notes ?? []).map(({ bytes }) => bytes.toString('utf8')))

  // then
  expect(all.map(({ fallback }) => fallback)).toEqual(Array(5).fill(undefined))
  expect(all.map(({ links }) => links.filter(({ problem }) => problem === 'missing_image').length)).toEqual([
    1, 7, 0, 0, 0,
  ])
  const html = all.map((rendered) => rendered.html).join('\n')
  expect(html).toContain('flags=4163&#x3C;UP,BROADCAST,RUNNING,MULTICAST>')
  expect(html).toContain('<mark>网络进程通信：</mark>')
  expect(html).toContain('<mark>雪花算法</mark>')
  expect(html.match(/ class="code prose-block"/g)?.length).toBeGreaterThanOrEqual(45)
  expect(html).not.toMatch(/<[^>]* (?:style|on\w+)=/)
})
