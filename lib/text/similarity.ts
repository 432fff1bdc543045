import { squash } from './fold.ts'

/** How alike two texts are, 0 to 1: Dice's coefficient over pairs of neighbouring letters, folded, without punctuation. */
export function similarity(a: string, b: string): number {
  const [left, right] = [squash(a), squash(b)]
  if (left === right) return left === '' ? 0 : 1
  const pairs = pairsOf(left)
  let shared = 0
  for (const [pair, times] of pairsOf(right)) shared += Math.min(times, pairs.get(pair) ?? 0)
  const all = left.length + right.length - 2
  return all <= 0 ? 0 : (2 * shared) / all
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
