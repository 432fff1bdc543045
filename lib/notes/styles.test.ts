import { expect, test } from 'vitest'
import { proposeNote } from './propose.ts'
import { chineseNotes } from './testing/chinese-notes.ts'
import { englishNotes } from './testing/english-notes.ts'
import { markedNote } from './testing/marked-note.ts'
import { moreNotes } from './testing/more-notes.ts'

const notes = Object.entries({ ...englishNotes, ...chineseNotes, ...moreNotes })

test.each(notes)('%s', (_, text) => {
  const { lines, expected } = markedNote(text)

  const { entries } = proposeNote('note.md', lines)

  expect(entries.map(({ line, state }) => ({ line, state }))).toEqual(expected)
})

test('taken together, these notes are split as well as the five real ones must be', () => {
  let [right, found, wanted] = [0, 0, 0]
  for (const [, text] of notes) {
    const { lines, expected } = markedNote(text)
    const { entries } = proposeNote('note.md', lines)
    const starts = new Set(expected.map(({ line }) => line))
    right += entries.filter(({ line }) => starts.has(line)).length
    found += entries.length
    wanted += expected.length
  }
  console.log(
    `${notes.length} notes, ${wanted} questions: precision ${right / found}, recall ${right / wanted}`,
  )
  expect(right / found).toBeGreaterThanOrEqual(0.98)
  expect(right / wanted).toBeGreaterThanOrEqual(0.98)
})
