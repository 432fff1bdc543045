import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realNotes } from '#lib/testing/notes'
import { decodeNote } from './decode.ts'
import { splitLines } from './lines.ts'
import type { ProposedEntry } from './proposal.ts'
import { proposeNote } from './propose.ts'

type Row = { seed: string; line: number; state: string; mark: string }

const notes = realNotes()
const inventory = join(import.meta.dirname, '../../../shared/notes-inventory.tsv')
const present = notes !== undefined && existsSync(inventory)

const rows = (): Row[] =>
  readFileSync(inventory, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [seed = '', line = '', , , state = '', mark = ''] = row.split('\t')
      return { seed, line: Number(line), state: state === 'answered_inline' ? 'answered' : state, mark }
    })

test.skipIf(!present)('the five notes split as they were split by hand', () => {
  const truth = rows()
  const sums = { truth: 0, found: 0, right: 0, states: 0, marks: 0 }
  for (const { fileName, bytes } of notes ?? []) {
    const lines = splitLines(decodeNote(fileName, bytes).text).map(({ text }) => text)
    const { entries } = proposeNote(fileName, lines)
    const counts = compare(
      truth.filter(({ seed }) => fileName.startsWith(seed)),
      entries,
    )
    console.log(fileName.slice(0, 3), figuresOf(counts))
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += counts[key]
  }
  const total = figuresOf(sums)
  console.log('all', total)

  expect(total.precision).toBeGreaterThanOrEqual(0.99)
  expect(total.recall).toBeGreaterThanOrEqual(0.99)
  expect(total.states).toBeGreaterThanOrEqual(0.98)
  expect(total.marks).toBe(7)
})

function compare(truth: Row[], entries: ProposedEntry[]) {
  const byLine = new Map(truth.map((row) => [row.line, row]))
  const right = entries.filter(({ line }) => byLine.has(line))
  return {
    truth: truth.length,
    found: entries.length,
    right: right.length,
    states: right.filter(({ line, state }) => byLine.get(line)?.state === state).length,
    marks: right.filter(({ line, encounter }) => encounter && encounter.mark === byLine.get(line)?.mark)
      .length,
  }
}

const figuresOf = ({ truth, found, right, states, marks }: ReturnType<typeof compare>) => ({
  precision: right / found,
  recall: right / truth,
  states: states / right,
  marks,
})
