import { diffArrays } from 'diff'
import type { Line } from './lines.ts'
import { indentOf } from './proposal.ts'

type Shape = { indent: number; lead: number }

/**
 * The lines of a piece after its text changed from `before` to `after`: lines that the change leaves alone stay as they were, byte
 * for byte, new ones are indented like the piece. An empty text leaves no lines.
 */
export function patchLines(
  lines: Line[],
  before: string,
  after: string,
  { indent, lead }: Shape,
  ending: Line['ending'],
): Line[] {
  if (after === '') return []
  const first = lines[0]?.text ?? ''
  const opening = first.slice(0, indentOf(first, indent) + lead)
  const written = (text: string, at: number): Line => {
    if (at === 0 && lead > 0) return { text: opening + text, ending }
    return { text: text === '' ? '' : ' '.repeat(indent) + text, ending }
  }
  const patched: Line[] = []
  let from = 0
  for (const { value, added, removed } of changesOf(before.split('\n'), after.split('\n'))) {
    for (const text of removed ? [] : value) {
      const kept = added ? undefined : lines[from]
      // What announces the answer stays with whichever line is the first.
      const movesToOrFromTop = lead > 0 && (from === 0) !== (patched.length === 0)
      patched.push(kept && !movesToOrFromTop ? kept : written(text, patched.length))
      if (!added) from++
    }
    if (removed) from += value.length
  }
  return withEndings(patched, lines.at(-1)?.ending ?? ending, ending)
}

type Change = { value: string[]; added: boolean; removed: boolean }

function changesOf(before: string[], after: string[]): Change[] {
  return (
    diffArrays(before, after, { timeout: 1_000 }) ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  )
}

/** Only the last line of a file may lack its end. */
const withEndings = (lines: Line[], last: Line['ending'], usual: Line['ending']): Line[] =>
  lines.map(({ text, ending }, at) => ({ text, ending: at === lines.length - 1 ? last : ending || usual }))
