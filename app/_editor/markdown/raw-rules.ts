import type { MarkdownIt } from 'markdown-it'
import reference from 'markdown-it/lib/rules_block/reference.mjs'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean
type InlineRule = (state: StateInline, silent: boolean) => boolean

/**
 * Keeps as `raw_block` and `raw_inline` tokens, with their source as content, what the page leaves out or shows in a way the
 * editor cannot: comments, folds, definitions of links, front matter. `hidden` are the rules that read them for the page.
 */
export function keepRaw(md: MarkdownIt, hidden: ((md: MarkdownIt) => void)[]): void {
  for (const plugin of hidden) {
    const rules = rulesOf(plugin)
    for (const [name, rule] of rules.block)
      md.block.ruler.at(name, rawBlock(rule), { alt: alternatives(name) })
    for (const [name, rule] of rules.inline) md.inline.ruler.at(name, rawInline(rule))
  }
  md.block.ruler.at('reference', rawBlock(reference))
  md.block.ruler.before('table', 'front_matter', frontMatter)
}

const alternatives = (name: string) =>
  name === 'details_paragraph' ? ['paragraph'] : ['paragraph', 'reference', 'blockquote', 'list']

function rulesOf(plugin: (md: MarkdownIt) => void) {
  const block: [string, BlockRule][] = []
  const inline: [string, InlineRule][] = []
  const recorder = {
    block: { ruler: { before: (_: string, name: string, rule: BlockRule) => block.push([name, rule]) } },
    inline: { ruler: { before: (_: string, name: string, rule: InlineRule) => inline.push([name, rule]) } },
  }
  // The plugins only add rules before others, which is all the recorder can do.
  plugin(recorder as unknown as MarkdownIt)
  return { block, inline }
}

function rawBlock(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const { length } = state.tokens
    if (!rule(state, startLine, endLine, silent)) return false
    if (!silent) replaceByRaw(state, length, startLine)
    return true
  }
}

function replaceByRaw(state: StateBlock, from: number, startLine: number): void {
  state.tokens.length = from
  const token = state.push('raw_block', '', 0)
  token.block = true
  token.content = state.getLines(startLine, state.line, state.blkIndent, false).replace(/\s+$/, '')
  token.map = [startLine, state.line]
}

function rawInline(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const { pos, pending } = state
    if (!rule(state, silent)) return false
    if (silent) return true
    // The rule may have taken a space for itself.
    state.pending = pending
    state.push('raw_inline', '', 0).content = state.src.slice(pos, state.pos)
    return true
  }
}

const frontMatter: BlockRule = (state, startLine, endLine, silent) => {
  if (startLine !== 0 || state.blkIndent > 0 || state.level > 0 || silent) return false
  if (lineOf(state, 0) !== '---') return false
  let end = 1
  while (end < endLine && !/^(?:---|\.\.\.)$/.test(lineOf(state, end))) end++
  if (end >= endLine || !/^[\w-]+:(?:\s|$)/.test(lineOf(state, 1))) return false
  state.line = end + 1
  replaceByRaw(state, state.tokens.length, 0)
  return true
}

const lineOf = (state: StateBlock, line: number) =>
  state.src.slice(state.bMarks[line] ?? 0, state.eMarks[line] ?? 0).trimEnd()
