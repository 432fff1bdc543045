import { tests as commonMark } from 'commonmark-spec'
import { expect, test } from 'vitest'
import { realEntryTexts } from '#lib/testing/entry-texts'
import { realNotes } from '#lib/testing/notes'
import { gfmExamples } from './gfm-examples.ts'
import { normalise } from './normalise.ts'
import { oddTexts } from './odd-texts.ts'
import { openText } from './open-text.ts'
import { saveTouched } from './save-touched.ts'
import { documentSchema } from './schema.ts'
import { readMarkdown } from './to-document.ts'
import { writeMarkdown } from './write-document.ts'

const entries = realEntryTexts()
const notes = realNotes()

/** The same text as other writers' tools would leave it. */
const variants = (text: string) => [
  text,
  text.replaceAll('\n', '\r\n'),
  text.replaceAll('\n', '\r'),
  text + '\n'.repeat(46),
  '\n'.repeat(46) + text,
  text.replace(/$/gm, '  '),
  text.replace(/^/gm, '\t'),
  text.replaceAll(' ', '\t'),
]

const savedUntouched = (source: string) => {
  const text = openText(source, documentSchema)
  text.doc.check()
  return saveTouched(text, documentSchema.nodeFromJSON(text.doc.toJSON())).markdown
}

const readBack = (source: string) => {
  const { blocks, surroundings } = openText(source, documentSchema)
  const nodes = blocks.map(({ node }) => node)
  const written = writeMarkdown(nodes, documentSchema, surroundings)
  const again = readMarkdown(written, documentSchema).blocks.map(({ node }) => node)
  return { meant: normalise(nodes, documentSchema), read: normalise(again, documentSchema) }
}

const specifications = [...commonMark.map(({ markdown }) => markdown), ...gfmExamples, ...oddTexts]

test('an example of CommonMark or GFM, or an odd text, that nobody touched is saved as it was', () => {
  const sources = specifications.flatMap(variants)
  expect(sources.filter((source) => savedUntouched(source) !== source)).toEqual([])
})

test('whatever an example says is still said after it was written anew', () => {
  for (const source of specifications) {
    const { meant, read } = readBack(source)
    expect(read.map(String), source).toEqual(meant.map(String))
  }
})

test.skipIf(!entries || !notes)('a real entry or note that nobody touched is saved as it was', () => {
  const texts = [
    ...(entries ?? []).map(({ text }) => text),
    ...(notes ?? []).map(({ bytes }) => bytes.toString('utf8')),
  ]
  const sources = texts.flatMap(variants)
  expect(texts.length).toBe(256)
  expect(sources.filter((source) => savedUntouched(source) !== source)).toEqual([])
})

test.skipIf(!entries)('whatever a real entry says is still said after it was written anew', () => {
  for (const { name, text } of entries ?? []) {
    const { meant, read } = readBack(text)
    expect(read.map(String), name).toEqual(meant.map(String))
  }
})
