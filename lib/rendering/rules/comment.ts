import type { MarkdownIt } from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import { findNext } from './find-next.ts'

/** HTML comments are notes to the writer's tools: they vanish from the page. One that is never closed stays visible. */
export function hideComments(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'comment', commentBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.inline.ruler.before('autolink', 'comment', commentInline)
}

const lineOf = (state: StateBlock, line: number) =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])

function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const first = lineOf(state, startLine)
  if (!first.startsWith('<!--')) return false
  const closing = closingLine(state, startLine, endLine)
  if (closing === null) return false
  const last = lineOf(state, closing)
  const rest = last.slice(last.indexOf('-->') + 3)
  // Text after a comment on one line is a paragraph with a comment in it.
  if (closing === startLine && rest.trim() !== '') return false
  if (silent) return true
  state.line = closing + 1
  if (rest.trim() !== '') pushParagraph(state, rest.trim(), closing)
  return true
}

const withoutCloser = new WeakMap<StateBlock, { from: number; to: number }>()

/** The first line from `startLine` on, within the container, that holds `-->`. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | null {
  const known = withoutCloser.get(state)
  const from = known && startLine >= known.from && startLine < known.to ? known.to : startLine
  for (let line = from; line < endLine; line++) {
    const text = lineOf(state, line)
    if (text !== '' && (state.sCount[line] ?? 0) < state.blkIndent) return null
    if (text.includes('-->', line === startLine ? 2 : 0)) return line
  }
  withoutCloser.set(state, { from: startLine, to: endLine })
  return null
}

function pushParagraph(state: StateBlock, content: string, line: number): void {
  const open = state.push('paragraph_open', 'p', 1)
  open.map = [line, line + 1]
  const inline = state.push('inline', '', 0)
  inline.content = content
  inline.map = [line, line + 1]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
}

function commentInline(state: StateInline): boolean {
  if (!state.src.startsWith('<!--', state.pos)) return false
  // `<!-->` and `<!--->` are comments too.
  const end = findNext(state, '-->', state.pos + 2)
  if (end === -1 || end + 3 > state.posMax) return false
  state.pos = end + 3
  return true
}
