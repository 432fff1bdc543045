import type { MarkdownIt } from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import { findNext } from './find-next.ts'

const pairs = ['kbd', 'sub', 'sup']

/** `<br>` and closed pairs of `<kbd>`, `<sub>`, `<sup>`; every other tag stays visible as the text it is. */
export function allowFewTags(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'few_tags', fewTags)
}

function fewTags(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false
  return lineBreak(state, silent) || pairs.some((tag) => pairOf(state, tag, silent))
}

const breakTag = /<br\s*\/?>/iy

function lineBreak(state: StateInline, silent: boolean): boolean {
  breakTag.lastIndex = state.pos
  const [written] = breakTag.exec(state.src) ?? []
  if (!written) return false
  if (!silent) state.push('hardbreak', 'br', 0).markup = '<br>'
  state.pos += written.length
  return true
}

function pairOf(state: StateInline, tag: string, silent: boolean): boolean {
  const opener = `<${tag}>`
  const closer = `</${tag}>`
  if (!state.src.startsWith(opener, state.pos)) return false
  const start = state.pos + opener.length
  const end = findNext(state, closer, start)
  if (end === -1 || end + closer.length > state.posMax) return false
  if (!silent) {
    const { posMax } = state
    state.push(`${tag}_open`, tag, 1)
    state.pos = start
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push(`${tag}_close`, tag, -1)
    state.posMax = posMax
  }
  state.pos = end + closer.length
  return true
}
