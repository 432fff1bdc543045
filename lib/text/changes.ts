import { diffArrays } from 'diff'
import { diffWords, type Piece } from './diff.ts'
import { sentencesOf } from './merge.ts'

/** One place where two texts differ, in whole sentences; `from` and `to` are UTF-16 offsets in the text before. */
export type Change = {
  /** Counted from 1, in the order of the text. */
  id: string
  from: number
  to: number
  before: string
  after: string
  pieces: Piece[]
  /** What stands on either side, up to a few sentences. */
  lead: string
  tail: string
}

const budget = 1_000
/** Characters of context on either side of a change. */
const context = 160

/** Where two texts differ, sentence by sentence, each change cut into words; past the time budget one change of everything. */
export function changesBetween(before: string, after: string): Change[] {
  if (before === after) return []
  const parts = diffArrays(sentencesOf(before), sentencesOf(after), { timeout: budget }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ]
  const until = performance.now() + budget
  const changes: Change[] = []
  let at = 0
  let open: { from: number; to: number; after: string } | undefined
  const close = () => {
    if (open) changes.push(changeOf(before, open, changes.length + 1, until))
    open = undefined
  }
  for (const { value, added, removed } of parts) {
    const text = value.join('')
    if (!added && !removed) {
      close()
      at += text.length
      continue
    }
    open ??= { from: at, to: at, after: '' }
    if (added) open.after += text
    else {
      at += text.length
      open.to = at
    }
  }
  close()
  return changes
}

/** The text before with only the chosen changes made. */
export function applyChanges(before: string, changes: Change[], chosen: ReadonlySet<string>): string {
  let at = 0
  let text = ''
  for (const { id, from, to, after } of changes) {
    if (!chosen.has(id)) continue
    text += before.slice(at, from) + after
    at = to
  }
  return text + before.slice(at)
}

function changeOf(
  text: string,
  { from, to, after }: { from: number; to: number; after: string },
  number: number,
  until: number,
): Change {
  const before = text.slice(from, to)
  return {
    id: String(number),
    from,
    to,
    before,
    after,
    pieces: diffWords(before, after, until),
    lead: text.slice(Math.max(0, from - context), from).toWellFormed(),
    tail: text.slice(to, to + context).toWellFormed(),
  }
}
