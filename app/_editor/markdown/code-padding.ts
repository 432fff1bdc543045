import type { MarkdownIt } from 'markdown-it'
import backticks from 'markdown-it/lib/rules_inline/backticks.mjs'

/** Notes on `code_inline` tokens whether spaces inside the backticks were taken off, as `meta.padded`. */
export function keepCodePadding(md: MarkdownIt): void {
  md.inline.ruler.at('backticks', (state, silent) => {
    const { pos } = state
    const { length } = state.tokens
    if (!backticks(state, silent)) return false
    const token = state.tokens.at(-1)
    if (!silent && state.tokens.length > length && token?.type === 'code_inline') {
      const written = state.pos - pos - 2 * token.markup.length
      token.meta = { padded: written > token.content.length }
    }
    return true
  })
}
