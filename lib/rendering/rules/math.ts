import type { MarkdownIt } from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import { findNext } from './find-next.ts'

const longest = 1000

/** `$…$` within a line and `$$…$$`, as tokens `math_inline` and `math_block`; prices and shell variables stay text. */
export function readMath(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math_inline', mathInline)
  md.block.ruler.after('blockquote', 'math_block', mathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}

function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 0x24) return false
  let run = 1
  while (src.charCodeAt(pos + run) === 0x24) run++
  const found = run <= 2 && !/[\w$\\]/.test(src[pos - 1] ?? '') ? closingDollar(state, pos + run, run) : null
  if (found === null || found + run > posMax) {
    if (!silent) state.pending += '$'.repeat(run)
    state.pos += run
    return true
  }
  if (!silent) {
    const token = state.push('math_inline', 'math', 0)
    token.content = src.slice(pos + run, found)
    token.markup = '$'.repeat(run)
  }
  state.pos = found + run
  return true
}

/** Where the formula that starts at `start` ends, or null where the dollar sign is only a dollar sign. */
function closingDollar(state: StateInline, start: number, run: number): number | null {
  const { src } = state
  if (/\s/.test(src[start] ?? ' ')) return null
  const fence = '$'.repeat(run)
  for (let at = findNext(state, fence, start); at !== -1 && at - start <= longest; ) {
    if (!isEscaped(src, at)) {
      const content = src.slice(start, at)
      const endsWell = !/\s$/.test(content) && !/[\w({$]/.test(src[at + run] ?? '')
      return endsWell && looksLikeMath(content) ? at : null
    }
    at = src.indexOf(fence, at + 1)
  }
  return null
}

function isEscaped(src: string, at: number): boolean {
  let slashes = 0
  while (src.charCodeAt(at - 1 - slashes) === 0x5c) slashes++
  return slashes % 2 === 1
}

/** A formula is short or has a sign of TeX in it; words, Chinese sentences and file paths between two dollars are not. */
function looksLikeMath(content: string): boolean {
  if (content === '' || content.includes('\n') || /^\d[\d,.]*[ (]/.test(content)) return false
  if (/[\\^_{}]/.test(content)) return true
  if (/[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u.test(content))
    return /[=<>]/.test(content) && !/[，。；、]/.test(content)
  return !/[A-Za-z]{3,}|[A-Za-z]{2} +[A-Za-z]{2}/.test(
    content.replace(/\b(?:sin|cos|tan|log|exp|max|min|lim|gcd|mod)\b/g, ''),
  )
}

const lineOf = (state: StateBlock, line: number) =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()

function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const first = lineOf(state, startLine)
  if (!first.startsWith('$$') || first.startsWith('$$$')) return false
  const closing = closingLine(state, startLine, endLine, first)
  if (closing === null) return false
  if (silent) return true
  const written = closing === startLine ? first : `${first}\n${textBetween(state, startLine, closing)}`
  const token = state.push('math_block', 'math', 0)
  token.block = true
  token.content = written.slice(2, -2).trim()
  token.map = [startLine, closing + 1]
  state.line = closing + 1
  return true
}

const withoutCloser = new WeakMap<StateBlock, { from: number; to: number }>()

function closingLine(state: StateBlock, startLine: number, endLine: number, first: string): number | null {
  if (first.length > 4 && first.endsWith('$$')) return first.slice(2, -2).includes('$$') ? null : startLine
  if (first.slice(2).includes('$$')) return null
  const known = withoutCloser.get(state)
  const from = known && startLine >= known.from && startLine < known.to ? known.to : startLine + 1
  for (let line = from; line < endLine; line++) {
    const text = lineOf(state, line)
    if (text !== '' && (state.sCount[line] ?? 0) < state.blkIndent) return null
    if (text.endsWith('$$')) return line
  }
  withoutCloser.set(state, { from: startLine + 1, to: endLine })
  return null
}

function textBetween(state: StateBlock, startLine: number, closing: number): string {
  const lines: string[] = []
  for (let line = startLine + 1; line <= closing; line++) lines.push(lineOf(state, line))
  return lines.join('\n')
}
