import type { Need } from './needs.ts'
import { parseQuery } from './query.ts'
import { withoutSmallWords } from './small-words.ts'

const mostVariants = 40

/** What to try when no document has everything, the most of the query first: without small words, then without one or two neighbours, then its beginning. */
export function relaxationsOf(text: string): Need[][] {
  const whole = parseQuery(text)
  const core = parseQuery(withoutSmallWords(whole.text))
  const needs = core.wide.length > 0 ? core.wide : whole.wide
  const variants = core.wide.length > 0 && core.text !== whole.text ? [core.wide] : []
  for (const gap of [1, 2]) {
    if (needs.length < gap + 2) continue
    for (let at = needs.length - gap; at >= 0; at--) variants.push(needs.toSpliced(at, gap))
  }
  for (let kept = needs.length - 1; kept >= 1; kept--) variants.push(needs.slice(0, kept))
  if (needs.length > 1) variants.push(needs.slice(-1))
  return [...variants.slice(0, mostVariants), ...variants.slice(-1)]
}
