import { expect, test } from 'vitest'
import { decodeNote } from '#lib/notes/decode'
import { splitLines } from '#lib/notes/lines'
import { proposeNote } from '#lib/notes/propose'
import { type ShippedFile, shippedFiles } from './shipped-entries.ts'

test.each(shippedFiles())('importing $name gives exactly the entries that are meant', (file) => {
  const meant = file.entries.map(({ line, title, section, aliases, tags, answers }) => ({
    line,
    title,
    sections: [section],
    aliases,
    tags,
    context: '',
    answers,
    encounter: null,
    state: answers.length > 0 ? 'answered' : 'unanswered',
  }))

  const { title, entries } = imported(file)

  expect(title).toBe(file.title)
  expect(entries).toEqual(meant)
})

function imported({ name, bytes }: ShippedFile) {
  const lines = splitLines(decodeNote(name, bytes).text).map(({ text }) => text)
  const { title, entries, sections } = proposeNote(name, lines)
  const above = (section: number | null): string[] => {
    const found = section === null ? undefined : sections[section]
    return found ? [...above(found.parent), found.title] : []
  }
  return {
    title,
    entries: entries.map(({ line, title, section, aliases, tags, context, answers, encounter, state }) => ({
      line,
      title,
      sections: above(section),
      aliases,
      tags,
      context,
      answers: answers.map(({ markdown }) => markdown),
      encounter,
      state,
    })),
  }
}
