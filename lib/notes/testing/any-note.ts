import fc from 'fast-check'

const words = fc.constantFrom(
  '什么是索引',
  '进程和线程的区别',
  'What is a lock?',
  '优点',
  'Redis 持久化',
  'a',
  '见上',
  'TODO',
  '（x）',
  '**粗体**',
  '`code`',
  '[链接](#a)',
  'https://example.org/a',
  '![图](a.png)',
  'Q: why?',
  'A: so.',
  '问：如何',
  '答：这样。',
  '1、编号',
  '<b>x</b>',
  '\\*',
  '|',
  '==亮==',
  '😀',
  '[[标题]]',
  '锁(2)',
  'é',
  '\u3000',
  '<!-- c -->',
)
const sentence = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))

const block = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), sentence)
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  },
  { weight: 4, arbitrary: sentence },
  fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((line) => `- ${line}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((line, at) => `${at + 1}. ${line}\n   ${line}`).join('\n')),
  sentence.map((text) => `1. ### ${text}\n\n   ${text}`),
  sentence.map((text) => `**${text}**`),
  sentence.map((text) => `${text}\n---`),
  sentence.map((text) => `\`\`\`js\n# ${text}\n\n\`\`\``),
  sentence.map((text) => `    ${text}`),
  sentence.map((text) => `> # ${text}\n> ${text}`),
  sentence.map((text) => `<details>\n<summary>${text}</summary>\n\n${text}\n\n</details>`),
  fc.constantFrom(
    '---',
    '<!-- answer -->',
    '<!-- aliases: a | b -->\n<!-- tags: x -->',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '[TOC]',
    '```',
    '<!--',
    '-->',
    '\t',
    '   ',
  ),
  fc.string({ maxLength: 30 }),
)

/** Markdown as nobody would write it, with every kind of block that the importer knows, and blank lines of any number. */
export const anyNote = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: T\ntags: [a, b]\n---\n', '\n\n', '# 笔记\n'),
    fc.array(fc.tuple(block, fc.integer({ min: 1, max: 7 })), { maxLength: 25 }),
    fc.boolean(),
  )
  .map(([head, blocks, ends]) => {
    const text = head + blocks.map(([text, gap]) => text.replace(/\r/g, '') + '\n'.repeat(gap)).join('')
    return ends ? text : text.trimEnd()
  })
