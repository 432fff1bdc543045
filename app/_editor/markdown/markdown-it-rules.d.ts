declare module 'markdown-it/lib/rules_block/reference.mjs' {
  import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'

  const reference: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean
  export default reference
}

declare module 'markdown-it/lib/rules_inline/backticks.mjs' {
  import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

  const backticks: (state: StateInline, silent: boolean) => boolean
  export default backticks
}
