import type { MarkdownIt } from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'

/** `<details>` with `<summary>` around Markdown folds it; one that is never closed stays visible as text. */
export function foldDetails(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'details', detailsBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.block.ruler.before('paragraph', 'details_paragraph', paragraphTag, { alt: ['paragraph'] })
}

const opener = /^<details(\s[^<>]*)?>/i
const closer = /<\/details>\s*$/i
const startOf = (state: StateBlock, line: number) => (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
const lineOf = (state: StateBlock, line: number) => state.src.slice(startOf(state, line), state.eMarks[line])

function detailsBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const [tag, attributes = ''] = opener.exec(lineOf(state, startLine)) ?? []
  if (!tag) return false
  const closing = closingLine(state, startLine, endLine)
  if (closing === undefined || closing >= endLine) return false
  if (silent) return true
  const end = startOf(state, closing) + lineOf(state, closing).search(closer)
  const open = state.push('details_open', 'details', 1)
  open.map = [startLine, closing + 1]
  if (/\sopen(?:\s|=|$)/i.test(attributes)) open.attrs = [['open', '']]
  const after = summary(state, startLine, startOf(state, startLine) + tag.length, closing, end)
  content(state, after, closing, end)
  state.push('details_close', 'details', -1)
  state.line = closing + 1
  return true
}

/** Writes the summary, when one comes first, and says where the folded text begins. */
function summary(state: StateBlock, line: number, from: number, closing: number, end: number) {
  const rest = state.src.slice(from, Math.min(end, from + 2000))
  const [written, text] = /^\s*<summary(?:\s[^<>]*)?>([\s\S]*?)<\/summary>/i.exec(rest) ?? []
  if (written === undefined || text === undefined) return { line, from }
  state.push('summary_open', 'summary', 1).map = [line, line + 1]
  const inline = state.push('inline', '', 0)
  inline.content = text.replace(/<\/?(?:b|strong|em|i|h[1-6]|p|span|font)(?:\s[^<>]*)?>/gi, '').trim()
  inline.map = [line, line + 1]
  inline.children = []
  state.push('summary_close', 'summary', -1)
  const after = from + written.length
  let at = line
  while (at < closing && after > (state.eMarks[at] ?? 0)) at++
  return { line: at, from: after }
}

/** Reads what stands between as blocks, with the first and last line cut to what is not a tag. */
function content(
  state: StateBlock,
  first: { line: number; from: number },
  closing: number,
  end: number,
): void {
  const { bMarks, eMarks, tShift, sCount, lineMax, parentType } = state
  const before = [bMarks[first.line] ?? 0, tShift[first.line] ?? 0, sCount[first.line] ?? 0] as const
  const endOfLine = eMarks[closing] ?? 0
  eMarks[closing] = end
  const spaces = /^[ \t]*/.exec(state.src.slice(first.from, eMarks[first.line]))?.[0].length ?? 0
  bMarks[first.line] = first.from + spaces
  tShift[first.line] = 0
  sCount[first.line] = state.blkIndent
  state.lineMax = closing + 1
  state.env.folds = (state.env.folds ?? 0) + 1
  state.md.block.tokenize(state, first.line, closing + 1)
  state.env.folds--
  state.lineMax = lineMax
  state.parentType = parentType
  eMarks[closing] = endOfLine
  ;[bMarks[first.line], tShift[first.line], sCount[first.line]] = before
}

type Pass = { key: string; from: number; to: number; closers: Map<number, number> }
const passes = new WeakMap<StateBlock, Pass>()

/** The line that closes the `<details>` of this line. Each container is read once, however many tags stand in it. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  const key = `${state.blkIndent}:${endLine}`
  let pass = passes.get(state)
  if (!pass || pass.key !== key || startLine < pass.from || startLine >= pass.to) {
    pass = { key, ...pairUp(state, startLine, endLine) }
    passes.set(state, pass)
  }
  return pass.closers.get(startLine)
}

function pairUp(state: StateBlock, from: number, endLine: number): Omit<Pass, 'key'> {
  const closers = new Map<number, number>()
  const open: number[] = []
  let fence = ''
  let line = from
  for (; line < endLine; line++) {
    const text = lineOf(state, line)
    if (text !== '' && (state.sCount[line] ?? 0) < state.blkIndent) break
    const [mark] = /^(?:`{3,}|~{3,})/.exec(text) ?? []
    if (fence !== '') {
      if (mark?.startsWith(fence) && mark.length === text.trimEnd().length) fence = ''
      continue
    }
    if (mark) fence = mark
    else if (opener.test(text)) open.push(line)
    if (!fence && closer.test(text)) {
      const opened = open.pop()
      if (opened !== undefined) closers.set(opened, line)
    }
  }
  return { from, to: line, closers }
}

/** `<p>` around the folded Markdown, as GitHub's notes have it, says nothing and is left out inside a fold. */
function paragraphTag(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!state.env.folds || !/^<\/?p>\s*$/i.test(lineOf(state, startLine))) return false
  if (silent) return true
  state.line = startLine + 1
  return true
}
