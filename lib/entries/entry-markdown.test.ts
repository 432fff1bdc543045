import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { entryMarkdown } from './entry-markdown.ts'

const question = { title: 'TCP: 三次握手 "为什么"？', markdown: '', number: 2, state: 'answered' }

test('an entry’s Markdown says where it comes from and can be read back', () => {
  const text = entryMarkdown({
    entry: question,
    answers: [
      { markdown: '短答案\n', number: 1 },
      { markdown: '长答案', number: 7 },
    ],
    aliases: ['握手'],
    tags: ['网络'],
    source: { note: '网络', file: 'net.md', line: 3, endLine: 9 },
    url: '/entries/tcp-abcdefghjk',
  })

  const [, front = '', body = ''] = text.split(/^---$/m)

  expect(parse(front)).toEqual({
    title: question.title,
    aliases: ['握手'],
    tags: ['网络'],
    state: 'answered',
    source: { note: '网络', file: 'net.md', line: 3, endLine: 9 },
    revisions: { question: 2, answers: [1, 7] },
    url: '/entries/tcp-abcdefghjk',
  })
  expect(body.trim()).toBe(`# ${question.title}\n\n短答案`)
  expect(text.endsWith('\n\n---\n\n长答案\n')).toBe(true)
})

test('an unanswered entry is its title alone', () => {
  const text = entryMarkdown({ entry: question, answers: [], aliases: [], tags: [], url: '/entries/a' })
  expect(text.endsWith(`---\n\n# ${question.title}\n`)).toBe(true)
})
