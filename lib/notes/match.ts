import { nameOf } from '#lib/search/small-words'
import { squash } from '#lib/text/fold'
import { likenessOf, type Profile, profileOf } from '#lib/text/similarity'

/** A section or question as far as it is compared: its title, the titles above it, and what is said below. */
export type Comparable = { title: string; path: string; body: string; trashed?: boolean }

// Beyond this many comparisons only equal titles and texts are matched: a file rewritten from end to end is a new one.
const mostComparisons = 40_000

/**
 * Which new piece is which old one: first by title and place in the tree, then by title, by text, by likeness, and at last by
 * place between two matched neighbours. Gives for each index in `now` an index in `before`, each used once.
 */
export function matchPieces(before: Comparable[], now: Comparable[]): Map<number, number> {
  const matched = new Map<number, number>()
  const free = new Set(before.keys())
  const take = (to: number, from: number) => {
    matched.set(to, from)
    free.delete(from)
  }
  for (const key of [titleAndPath, titleOnly, bodyOnly]) matchEqual(before, now, key, matched, free, take)
  const open = now.flatMap((_, at) => (matched.has(at) ? [] : [at]))
  if (open.length * free.size <= mostComparisons) {
    const outlines = outliner()
    const pairs = open.flatMap((to) =>
      [...free].map((from) => ({ to, from, score: likeness(outlines(before[from]), outlines(now[to])) })),
    )
    for (const { to, from, score } of pairs.toSorted((a, b) => b.score - a.score))
      if (score >= 0.6 && !matched.has(to) && free.has(from)) take(to, from)
  }
  matchByPlace(before, now, matched, free, take)
  return matched
}

const titleAndPath = ({ title, path }: Comparable) => `${squash(path)}\n${squash(title) || title}`
const titleOnly = ({ title }: Comparable) => squash(title) || title
const bodyOnly = ({ body }: Comparable) => (body.length >= 20 ? body : '')

type Take = (to: number, from: number) => void

function matchEqual(
  before: Comparable[],
  now: Comparable[],
  key: (piece: Comparable) => string,
  matched: Map<number, number>,
  free: Set<number>,
  take: Take,
): void {
  const waiting = new Map<string, number[]>()
  // Of two that look the same, the one that is not in the trash is meant.
  const living = [...free].toSorted(
    (a, b) => Number(before[a]?.trashed ?? false) - Number(before[b]?.trashed ?? false),
  )
  for (const from of living) {
    const piece = before[from]
    const name = piece && key(piece)
    if (name) waiting.set(name, [...(waiting.get(name) ?? []), from])
  }
  for (const [to, piece] of now.entries()) {
    if (matched.has(to)) continue
    const from = waiting.get(key(piece))?.shift()
    if (from !== undefined) take(to, from)
  }
}

type Outline = { title: Profile; names: Set<string>; body: Profile | null }

/** What pieces are compared by, made once for each. */
function outliner(): (piece: Comparable | undefined) => Outline | undefined {
  const made = new Map<Comparable, Outline>()
  return (piece) => {
    if (!piece) return undefined
    const outline = made.get(piece) ?? outlineOf(piece)
    made.set(piece, outline)
    return outline
  }
}

const outlineOf = ({ title, body }: Comparable): Outline => ({
  title: profileOf(nameOf(title)),
  names: new Set(title.toLowerCase().match(/[\p{Script=Latin}\p{N}+#]{2,}/gu)),
  body: body.length >= 20 ? profileOf(body, 4) : null,
})

/** Two titles alike are one question renamed where the answers are alike as well, or without answers, where both name the same things. */
function likeness(old: Outline | undefined, young: Outline | undefined): number {
  if (!old || !young) return 0
  const title = likenessOf(old.title, young.title)
  const body = old.body && young.body ? likenessOf(old.body, young.body) : null
  const isSame = body === null ? nameSame(old.names, young.names) : body >= 0.25
  if (title >= 0.6 && isSame) return title
  return body !== null && body >= 0.5 ? 0.6 + (body - 0.5) * 0.6 + title * 0.1 : 0
}

const nameSame = (a: Set<string>, b: Set<string>): boolean =>
  [...a].filter((name) => b.has(name)).length * 2 > Math.max(a.size, b.size) - 1

/** One piece gone and one new between the same two neighbours are one piece, where their texts have something in common. */
function matchByPlace(
  before: Comparable[],
  now: Comparable[],
  matched: Map<number, number>,
  free: Set<number>,
  take: Take,
): void {
  for (const to of now.keys()) {
    if (matched.has(to)) continue
    const previous = to === 0 ? -1 : matched.get(to - 1)
    const next = to === now.length - 1 ? before.length : matched.get(to + 1)
    if (previous === undefined || next === undefined || next - previous !== 2 || !free.has(previous + 1))
      continue
    const [old, young] = [before[previous + 1], now[to]]
    if (old && young && isOverwritten(old, young)) take(to, previous + 1)
  }
}

/** Whether what stands between the same neighbours has words in common, above or below. */
const isOverwritten = (old: Comparable, young: Comparable): boolean =>
  likenessOf(profileOf(old.body, 4), profileOf(young.body, 4)) >= 0.15 ||
  likenessOf(profileOf(nameOf(old.title)), profileOf(nameOf(young.title))) >= 0.5

/** The new order with what is not in it kept behind what it followed before. */
export function keepVanished(now: string[], before: string[]): string[] {
  const order = [...now]
  const places = new Set(now)
  for (const [at, id] of before.entries()) {
    if (places.has(id)) continue
    const previous = before[at - 1]
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id)
    places.add(id)
  }
  return order
}
