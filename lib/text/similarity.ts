import { squash } from './fold.ts'

/** A text as it is compared: how often it has each run of neighbouring letters, folded, without punctuation. */
export type Profile = { text: string; runs: Map<string, number>; total: number }

/** How alike two texts are, 0 to 1: Dice's coefficient over pairs of neighbouring letters. */
export const similarity = (a: string, b: string): number => likenessOf(profileOf(a), profileOf(b))

/**
 * A text to compare with several others. Pairs suit titles and Chinese; long texts in Latin letters share most of their pairs whatever
 * they say, and are compared by longer runs.
 */
export function profileOf(text: string, length = 2): Profile {
  const squashed = squash(text)
  const runs = new Map<string, number>()
  for (let at = 0; at <= squashed.length - length; at++) {
    const run = squashed.slice(at, at + length)
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return { text: squashed, runs, total: Math.max(0, squashed.length - length + 1) }
}

/** Dice's coefficient of two profiles with runs of one length. */
export function likenessOf(a: Profile, b: Profile): number {
  if (a.text === b.text) return a.text === '' ? 0 : 1
  if (a.total + b.total === 0) return 0
  const [few, many] = a.runs.size < b.runs.size ? [a, b] : [b, a]
  let shared = 0
  for (const [run, times] of few.runs) shared += Math.min(times, many.runs.get(run) ?? 0)
  return (2 * shared) / (a.total + b.total)
}
