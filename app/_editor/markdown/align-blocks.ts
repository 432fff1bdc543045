import type { Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'
import { OutOfTime } from '#lib/text/edits'

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
  return changes
}

const same = (a: Node | undefined, b: Node | undefined) =>
  a === b || (a !== undefined && b !== undefined && a.eq(b))
