import { diffArrays } from 'diff'

/** Replace what stands at `from` up to but without `to` by `text`; offsets count UTF-16 units of the text before any edit. */
export type Edit = { from: number; to: number; text: string }

/** What was to be done within a time has not been done. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

/** The text after all edits, which must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0
  let result = ''
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}

/** A run of characters that two texts share. */
export type Run = { before: number; after: number; length: number }

/**
 * What two texts share, in order: first lines with words in them, then letters, then signs and spaces, so that words are
 * never given up for the sake of spaces. `until` is a moment on the clock of `performance.now()`; throws OutOfTime after it.
 */
export function sharedRuns(before: string, after: string, until: number): Run[] {
  const runs: Run[] = []
  for (const run of share(before, after, 0, until)) {
    const last = runs.at(-1)
    if (last && last.before + last.length === run.before && last.after + last.length === run.after)
      last.length += run.length
    else if (run.length > 0) runs.push(run)
  }
  return runs
}

/** The smallest edits that lead from one text to another. */
export function editsBetween(before: string, after: string, until: number): Edit[] {
  const edits: Edit[] = []
  const end = { before: before.length, after: after.length, length: 0 }
  let at = { before: 0, after: 0 }
  for (const run of [...sharedRuns(before, after, until), end]) {
    if (run.before > at.before || run.after > at.after)
      edits.push({ from: at.before, to: run.before, text: after.slice(at.after, run.after) })
    at = { before: run.before + run.length, after: run.after + run.length }
  }
  return edits
}

const grains = [/[^\n]*[\p{L}\p{N}][^\n]*(?:\n|$)/gu, /[\p{L}\p{N}]/gu, /./gsu]

function share(before: string, after: string, depth: number, until: number): Run[] {
  const head = commonStart(before, after)
  const tail = commonEnd(before.slice(head), after.slice(head))
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const grain = grains[depth]
  const inside = a !== '' && b !== '' && grain ? shareTokens(a, b, grain, depth, until) : []
  return [
    { before: 0, after: 0, length: head },
    ...inside.map((run) => moved(run, head, head)),
    { before: before.length - tail, after: after.length - tail, length: tail },
  ]
}

/** The tokens of one grain that both have; what lies between them is shared by finer grains. */
function shareTokens(a: string, b: string, grain: RegExp, depth: number, until: number): Run[] {
  const runs: Run[] = []
  let [from, to] = [0, 0]
  const end = { before: a.length, after: b.length, length: 0 }
  for (const match of [...sharedTokens(a, b, grain, until), end]) {
    const between = share(a.slice(from, match.before), b.slice(to, match.after), depth + 1, until)
    for (const run of between) runs.push(moved(run, from, to))
    runs.push(match)
    from = match.before + match.length
    to = match.after + match.length
  }
  return runs
}

function sharedTokens(a: string, b: string, grain: RegExp, until: number): Run[] {
  const [before, after] = [[...a.matchAll(grain)], [...b.matchAll(grain)]]
  const changes = diffArrays(textsOf(before), textsOf(after), { timeout: left(until) })
  if (!changes) throw new OutOfTime()
  const runs: Run[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      value.forEach((token, at) => {
        runs.push({
          before: before[from + at]?.index ?? 0,
          after: after[to + at]?.index ?? 0,
          length: token.length,
        })
      })
    }
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  return runs
}

const textsOf = (matches: RegExpMatchArray[]) => matches.map(([text]) => text)

const moved = (run: Run, before: number, after: number): Run => ({
  before: run.before + before,
  after: run.after + after,
  length: run.length,
})

function left(until: number): number {
  const time = until - performance.now()
  if (time <= 0) throw new OutOfTime()
  return time
}

const isLowHalf = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  // Half a character is none.
  return at > 0 && (isLowHalf(a, at) || isLowHalf(b, at)) ? at - 1 : at
}

function commonEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count > 0 && isLowHalf(a, a.length - count) ? count - 1 : count
}
