import { expect, test } from 'vitest'
import { proposeNote } from './propose.ts'
import { chineseNotes1 } from './testing/chinese-notes-1.ts'
import { chineseNotes2 } from './testing/chinese-notes-2.ts'
import { englishNotes1 } from './testing/english-notes-1.ts'
import { englishNotes2 } from './testing/english-notes-2.ts'
import { englishNotes3 } from './testing/english-notes-3.ts'
import { markedNote } from './testing/marked-note.ts'
import { mixedNotes1 } from './testing/mixed-notes-1.ts'
import { mixedNotes2 } from './testing/mixed-notes-2.ts'
import { mixedNotes3 } from './testing/mixed-notes-3.ts'
import { mixedNotes4 } from './testing/mixed-notes-4.ts'
import { mixedNotes5 } from './testing/mixed-notes-5.ts'
import { mixedNotes6 } from './testing/mixed-notes-6.ts'

const notes = Object.entries({
  ...englishNotes1,
  ...englishNotes2,
  ...englishNotes3,
  ...chineseNotes1,
  ...chineseNotes2,
  ...mixedNotes1,
  ...mixedNotes2,
  ...mixedNotes3,
  ...mixedNotes4,
  ...mixedNotes5,
  ...mixedNotes6,
})

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
