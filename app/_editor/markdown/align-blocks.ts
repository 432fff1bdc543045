import type { Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'
import { OutOfTime } from '#lib/text/edits'
import { apart } from './list-marker.ts'

/** Blocks `from`…`to` (without `to`) of the base became `now` of the edited document. */
export type Change = { from: number; to: number; now: Node[] }

/** Which top-level blocks were touched. Throws OutOfTime after `until` on the clock of `performance.now()`. */
export function touchedBlocks(base: readonly Node[], edited: readonly Node[], until: number): Change[] {
  let start = 0
  while (start < base.length && start < edited.length && same(base[start], edited[start])) start++
  let tail = 0
  while (
    tail < base.length - start &&
    tail < edited.length - start &&
    same(base[base.length - 1 - tail], edited[edited.length - 1 - tail])
  )
    tail++
  const before = base.slice(start, base.length - tail)
  const after = edited.slice(start, edited.length - tail)
  const parts = diffArrays(before, after, { comparator: same, timeout: until - performance.now() })
  if (!parts) throw new OutOfTime()
  const changes: Change[] = []
  let at = start
  let open: Change | undefined
  for (const part of parts) {
    if (!part.added && !part.removed) {
      at += part.value.length
      open = undefined
      continue
    }
    if (!open) {
      open = { from: at, to: at, now: [] }
      changes.push(open)
    }
    if (part.removed) {
      at += part.value.length
      open.to = at
    } else open.now.push(...part.value)
  }
  return keepListsApart(base, changes)
}

/** Two lists of one kind that come to stand side by side need other markers, so the second is touched as well. */
function keepListsApart(base: readonly Node[], changes: Change[]): Change[] {
  const result: Change[] = []
  for (const change of changes) {
    const previous = result.at(-1)
    const joins = previous && previous.to === change.from
    const open = joins ? previous : { ...change, now: [] }
    if (joins) previous.to = change.to
    else result.push(open)
    for (const node of change.now) open.now.push(apart(open.now.at(-1) ?? base[open.from - 1], node))
    const next = base[open.to]
    const last = open.now.at(-1) ?? base[open.from - 1]
    if (next && apart(last, next) !== next) {
      open.now.push(apart(last, next))
      open.to++
    }
  }
  return result
}

// Between two changes lies at least one block that was not touched, so that these never overlap.

/** The changes with the block that follows each as part of it, for it may be read otherwise after what was before it is gone. */
export const withNextBlocks = (base: readonly Node[], changes: readonly Change[]): Change[] =>
  changes.map(({ from, to, now }) => {
    const next = base.slice(to, to + 1)
    return { from, to: to + next.length, now: [...now, ...next] }
  })

/** The changes with the block before each, which may reach over what comes after it, like code that nothing closes. */
export const withBlocksBefore = (base: readonly Node[], changes: readonly Change[]): Change[] =>
  changes.map(({ from, to, now }) => {
    const before = base.slice(Math.max(0, from - 1), from)
    return { from: from - before.length, to, now: [...before, ...now] }
  })

const same = (a: Node | undefined, b: Node | undefined) =>
  a === b || (a !== undefined && b !== undefined && a.eq(b))
