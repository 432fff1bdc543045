import type { MarkdownIt, Token } from 'markdown-it'

export const limits = {
  depth: 100,
  tokens: 150_000,
  footnotes: 500,
  tableCells: 20_000,
  htmlBytes: 4_000_000,
}

const mostQuotedLines = 1_000_000

/** A text beyond the limits of rendering; it is shown as it was written. */
export class TooComplex extends Error {
  override readonly name = 'TooComplex'
}

/** Checks the block structure before the far larger work within the lines begins. */
export function guardBlocks(md: MarkdownIt): void {
  md.core.ruler.after('block', 'guard', (state) => guardTokens(state.tokens))
  md.block.ruler.before('blockquote', 'guard', (state, startLine, endLine) => {
    // Each quote keeps the marks of every line below it, so depth times lines is the memory it takes.
    if (state.level * (endLine - startLine) > mostQuotedLines)
      throw new TooComplex('Quotes too deep for so many lines.')
    return false
  })
}

/** Throws TooComplex when the tokens (with those within lines) nest too deep or are too many. */
export function guardTokens(tokens: Token[]): void {
  const count = { tokens: 0, footnotes: 0, cells: 0, characters: 0 }
  let depth = 0
  const visit = (token: Token) => {
    count.tokens++
    depth += token.nesting
    for (const [, value] of token.attrs ?? []) count.characters += value.length
    if (token.type === 'footnote_reference_open') count.footnotes++
    if (token.type === 'td_open' || token.type === 'th_open') count.cells++
    if (depth > limits.depth) throw new TooComplex(`Nested deeper than ${limits.depth}.`)
    if (count.tokens > limits.tokens) throw new TooComplex(`More than ${limits.tokens} pieces.`)
  }
  for (const token of tokens) {
    visit(token)
    for (const child of token.children ?? []) visit(child)
  }
  if (count.characters > limits.htmlBytes) throw new TooComplex('Addresses repeated beyond measure.')
  if (count.footnotes > limits.footnotes) throw new TooComplex(`More than ${limits.footnotes} footnotes.`)
  if (count.cells > limits.tableCells) throw new TooComplex(`More than ${limits.tableCells} table cells.`)
}
