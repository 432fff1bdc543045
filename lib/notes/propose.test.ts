import fc from 'fast-check'
import { expect, test } from 'vitest'
import { realNotes } from '#lib/testing/notes'
import { decodeNote } from './decode.ts'
import { splitLines } from './lines.ts'
import { type Proposal, textOfPiece } from './proposal.ts'
import { proposeNote } from './propose.ts'
import { anyNote } from './testing/any-note.ts'

const notes = realNotes()
const linesOf = (text: string): string[] => splitLines(text).map((line) => line.text)

function expectEachLineOnce(lines: string[], { pieces, entries, sections }: Proposal): void {
  const owners = lines.map(() => 0)
  let last = 0
  for (const piece of pieces) {
    expect(piece.line).toBeGreaterThan(last)
    expect(piece.endLine).toBeGreaterThanOrEqual(piece.line)
    last = piece.endLine
    for (let line = piece.line; line <= piece.endLine; line++) owners[line - 1] = (owners[line - 1] ?? 0) + 1
    const text = textOfPiece(piece, lines)
    if (piece.kind === 'answer') expect(entries[piece.entry!]?.answers[piece.answer!]?.markdown).toBe(text)
    if (piece.kind === 'entry_context') expect(entries[piece.entry!]?.context).toBe(text)
    if (piece.kind === 'section_text') expect(sections[piece.section!]?.text).toBe(text)
  }
  expect(lines.filter((line, at) => line.trim() !== '' && owners[at] !== 1)).toEqual([])
  for (const { title, endLine, line } of entries) {
    expect(title.length).toBeLessThanOrEqual(200)
    expect(title).not.toBe('')
    expect(endLine).toBeGreaterThanOrEqual(line)
  }
}

test('every line that is not blank is in exactly one piece, whatever the file', () => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const lines = linesOf(text)
      expectEachLineOnce(lines, proposeNote('note.md', lines))
    }),
    { numRuns: 600 },
  )
})

test.skipIf(!notes)('every line of the five notes is in exactly one piece', () => {
  for (const { fileName, bytes } of notes ?? []) {
    const lines = linesOf(decodeNote(fileName, bytes).text)
    expectEachLineOnce(lines, proposeNote(fileName, lines))
  }
})

test('the dialect of the shipped notes gives aliases, tags and several answers', () => {
  const proposal = proposeNote(
    'cache.md',
    linesOf(`# 缓存

## 基础

### 什么是缓存穿透？
<!-- aliases: 穿透 | cache penetration -->
<!-- tags: redis, 缓存 -->

短。见 [[什么是缓存击穿？]]。

<!-- answer -->

长。

### 什么是缓存击穿？
`),
  )

  expect(proposal.title).toBe('缓存')
  expect(proposal.sections.map(({ title }) => title)).toEqual(['基础'])
  expect(proposal.entries).toMatchObject([
    {
      title: '什么是缓存穿透？',
      aliases: ['穿透', 'cache penetration'],
      tags: ['redis', '缓存'],
      answers: [{ markdown: '短。见 [[什么是缓存击穿？]]。' }, { markdown: '长。' }],
      state: 'answered',
    },
    { title: '什么是缓存击穿？', answers: [], state: 'unanswered' },
  ])
})

test('front matter names the note and tags its questions', () => {
  const proposal = proposeNote(
    'x.md',
    linesOf('---\ntitle: Go\ntags: [go, lang]\n---\n\n## What is a slice?\n\nA view.\n'),
  )
  expect(proposal.title).toBe('Go')
  expect(proposal.entries[0]?.tags).toEqual(['go', 'lang'])
})

test('a rule at the top is no front matter', () => {
  const proposal = proposeNote('x.md', linesOf('---\n\n# What is it?\n\nThis.\n\n---\n'))
  expect(proposal.entries[0]).toMatchObject({ title: 'What is it?', answers: [{ markdown: 'This.' }] })
})

test('an answer that stands in the question is one, and the title stays as it was written', () => {
  const proposal = proposeNote(
    'x.md',
    linesOf('## 列表\n\n如何去重（list(set(items))）\n\n如何排序（sorted(items, key=len)）\n\n如何反转\n'),
  )
  expect(proposal.entries).toMatchObject([
    {
      title: '如何去重（list(set(items))）',
      state: 'answered',
      answers: [{ inline: true, markdown: 'list(set(items))' }],
    },
    { title: '如何排序（sorted(items, key=len)）', state: 'answered' },
    { title: '如何反转', state: 'unanswered', answers: [] },
  ])
})

test('what is typed before "Answer" belongs to the question', () => {
  const proposal = proposeNote(
    'x.md',
    linesOf('## 下面的代码输出什么？\n\n```js\n1 + "1"\n```\n\n答案：`"11"`\n'),
  )
  expect(proposal.entries[0]).toMatchObject({
    context: '```js\n1 + "1"\n```',
    answers: [{ markdown: '`"11"`' }],
  })
})

test('an answer in a list item loses the indentation of the list and nothing else', () => {
  const proposal = proposeNote(
    'x.md',
    linesOf('1. ### What is X?\n\n    Text.\n\n    ```js\n      deep()\n    ```\n'),
  )
  expect(proposal.entries[0]?.answers[0]?.markdown).toBe('Text.\n\n```js\n  deep()\n```')
})

test('a file without headings or questions is one entry, named by its first line or by the file', () => {
  const short = proposeNote('memo.txt', linesOf('Deploying on Fridays\n\nDo not.\n'))
  const long = proposeNote('memo.txt', linesOf('It was a long day, and we learned a lot.\nMore.\n'))
  expect(short.entries).toMatchObject([
    { line: 1, title: 'Deploying on Fridays', answers: [{ markdown: 'Do not.' }] },
  ])
  expect(long.entries).toMatchObject([{ line: 1, title: 'memo', state: 'answered' }])
})

test('images are named as written, with their lines', () => {
  const { images } = proposeNote(
    'x.md',
    linesOf(
      '# a\n\n![x](C:\\a\\图 1.png) ![y](<b c.png> "t")\n\n`![no](n.png)`\n\n![r][ref]\n\n<img src="d.gif">\n\n[ref]: ./e.png\n\n```\n![no](n.png)\n```\n',
    ),
  )
  expect(images).toEqual([
    { line: 3, target: 'C:\\a\\图 1.png' },
    { line: 3, target: 'b c.png' },
    { line: 7, target: './e.png' },
    { line: 9, target: 'd.gif' },
  ])
})

test('a heading that says what it is stays one where a fold begins above and ends below it', () => {
  const file = [
    '### 什么是索引？\n<!-- question 3 -->\n\n<details>\n\n甲。\n',
    '### 什么是锁？\n<!-- question 3 -->\n\n锁。\n\n</details>\n',
  ].join('\n')

  const { entries } = proposeNote('note.md', linesOf(file))

  expect(entries.map(({ title }) => title)).toEqual(['什么是索引？', '什么是锁？'])
})
