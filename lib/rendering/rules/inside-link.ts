import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

/** A link may not hold another. */
export function isInsideLink(state: StateInline): boolean {
  // The parser counts this, but its types do not say so.
  return (state as StateInline & { linkLevel: number }).linkLevel > 0
}
