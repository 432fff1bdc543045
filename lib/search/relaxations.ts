import type { Need } from './needs.ts'
import { parseQuery } from './query.ts'
import { withoutSmallWords } from './small-words.ts'

const mostVariants = 60
// Up to this many words and pairs each may be the one that is wrong; a longer query is tried in halves and quarters.
const few = 10

/** What to try when no document has everything, the most of the query first: without small words, then ever shorter stretches of the rest, from the left. */
export function relaxationsOf(text: string): Need[][] {
  const whole = parseQuery(text)
  const core = parseQuery(withoutSmallWords(whole.text))
  const needs = core.wide.length > 0 ? core.wide : whole.wide
  const variants = core.wide.length > 0 && core.text !== whole.text ? [core.wide] : []
  if (needs.length <= few) variants.push(...gaps(needs, 1), ...gaps(needs, 2))
  const sizes = needs.length <= few ? descending(needs.length - 1) : halves(needs.length)
  for (const size of sizes) variants.push(...stretches(needs, size))
  return variants.slice(0, mostVariants)
}

/** Without a word or pair, or without two neighbours, for a wrong character spoils two pairs; the last is left out first. */
function gaps(needs: Need[], width: number): Need[][] {
  const starts = Array.from({ length: Math.max(0, needs.length - width) }, (_, i) => needs.length - width - i)
  return needs.length < width + 2 ? [] : starts.map((at) => needs.toSpliced(at, width))
}

function stretches(needs: Need[], size: number): Need[][] {
  const step = Math.max(1, Math.floor(size / 2))
  const starts = Array.from({ length: Math.floor((needs.length - size) / step) + 1 }, (_, i) => i * step)
  return starts.map((at) => needs.slice(at, at + size))
}

const descending = (from: number): number[] => Array.from({ length: Math.max(0, from) }, (_, i) => from - i)

function halves(length: number): number[] {
  const sizes: number[] = []
  for (let size = Math.ceil(length / 2); size >= 2; size = Math.floor(size / 2)) sizes.push(size)
  return sizes
}
