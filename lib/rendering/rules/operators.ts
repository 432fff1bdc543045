import type { MarkdownIt } from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

/** Keeps `a==b`, `x === y` and `====` as text, where `==mark==` would otherwise swallow them. */
export function keepComparisons(md: MarkdownIt): void {
  md.inline.ruler.before('mark_=', 'comparison', comparison)
}

const operandBefore = /[\w)\]'"]/
const operandAfter = /[\w(['"-]/

function comparison(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state
  if (src.charCodeAt(pos) !== 0x3d) return false
  let end = pos
  while (end < posMax && src.charCodeAt(end) === 0x3d) end++
  const isMark =
    end - pos === 2 && !(operandBefore.test(src[pos - 1] ?? '') && operandAfter.test(src[end] ?? ''))
  if (isMark) return false
  if (!silent) state.pending += src.slice(pos, end)
  state.pos = end
  return true
}
