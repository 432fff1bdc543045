const remembered = new WeakMap<object, Map<string, { from: number; at: number }>>()

/**
 * `src.indexOf(needle, from)` for a parser state, -1 when absent. Remembers the last answer,
 * because thousands of openers that share one far closer would otherwise cost the square of their number.
 */
export function findNext(state: { src: string }, needle: string, from: number): number {
  const known = remembered.get(state) ?? new Map<string, { from: number; at: number }>()
  remembered.set(state, known)
  const last = known.get(needle)
  if (last && from >= last.from && (last.at === -1 || from <= last.at)) return last.at
  const at = state.src.indexOf(needle, from)
  known.set(needle, { from, at })
  return at
}
