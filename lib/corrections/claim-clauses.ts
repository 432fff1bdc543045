import { diffArrays } from 'diff'
import { conceptsNow } from '#lib/search/concepts'
import { namesIn, termsOf } from '#lib/search/title-terms'
import { applyEdits, type Edit } from '#lib/text/edits'
import { squash } from '#lib/text/fold'
import type { Replaced } from './claim-sentences.ts'
import { agreement, type Clause, clausesOf } from './clauses.ts'
import type { Head } from './list-heads.ts'

/** A clause that a correction took back, what it says instead, and which of its terms are gone with it. */
export type TakenBack = { clause: Clause; now: string; gone: string[] }

/** The clauses of a text that its corrected sentences no longer have; what is left out without anything in its place is none. */
export function clausesTakenBack(text: string, replaced: Replaced[]): TakenBack[] {
  const all = clausesOf(text)
  return replaced.flatMap(({ old, now }) => {
    const start = text.indexOf(old)
    const before = all.filter(({ from, to }) => from >= start && to <= start + old.length)
    const after = clausesOf(now)
    const kept = new Set(after.flatMap(({ terms }) => [...terms.keys()]))
    return swapsOf(wordings(text, before), wordings(now, after)).flatMap(([was, [first, last]]) => {
      const [clause, head, tail] = [before[was], after[first], after[last]]
      if (!clause || !head || !tail) return []
      const gone = [...clause.terms.keys()].filter((term) => !kept.has(term))
      return [{ clause, now: now.slice(head.from, tail.to), gone }]
    })
  })
}

const wordings = (text: string, clauses: Clause[]): string[] =>
  clauses.map(({ from, to }) => squash(text.slice(from, to)))

/** Which part stands in place of which, by their numbers: one of as many, else all that came. */
function swapsOf(before: string[], after: string[]): [was: number, now: [first: number, last: number]][] {
  const swaps: [number, [number, number]][] = []
  let [was, now] = [0, 0]
  const parts = diffArrays(before, after)
  for (const [at, { value, added, removed }] of parts.entries()) {
    const next = parts[at + 1]
    if (removed && next?.added)
      for (const i of value.keys())
        swaps.push([
          was + i,
          value.length === next.value.length ? [now + i, now + i] : [now, now + next.value.length - 1],
        ])
    if (!added) was += value.length
    if (!removed) now += value.length
  }
  return swaps
}

/**
 * A text with the clauses corrected that claim in other words what was taken back elsewhere, at a question of that title; null where
 * it has none, is about something else, or says the right thing already.
 */
export function correctedClaims(
  text: Pick<Head, 'entryTitle' | 'markdown'>,
  title: string,
  taken: TakenBack[],
): string | null {
  const clauses = clausesOf(text.markdown)
  if (!isAbout(title, text.entryTitle ?? '', clauses)) return null
  const words = squash(text.markdown)
  const edits = new Map<number, Edit>()
  for (const one of taken) {
    const place = words.includes(squash(one.now)) ? undefined : nearest(one, clauses)
    if (place) edits.set(place.from, { from: place.from, to: place.to, text: one.now })
  }
  const inOrder = [...edits.values()].sort((a, b) => a.from - b.from)
  return inOrder.length > 0 ? applyEdits(text.markdown, inOrder) : null
}

/** Whether a text speaks of anything that a title names. */
function isAbout(title: string, other: string, clauses: Clause[]): boolean {
  const names = namesIn(termsOf(conceptsNow(), title))
  const theirs = termsOf(conceptsNow(), other)
  const isSaid = (name: string) => theirs.has(name) || clauses.some(({ terms }) => terms.has(name))
  return names.length === 0 || names.some(isSaid)
}

function nearest({ clause, gone }: TakenBack, clauses: Clause[]): Clause | undefined {
  const [best] = clauses
    .filter(({ terms }) => gone.some((term) => terms.has(term)))
    .map((other) => ({ other, score: agreement(clause, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return best?.other
}
