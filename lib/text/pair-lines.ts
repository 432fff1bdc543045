// Beyond so many pairs to weigh, lines are paired in order.
const mostPairs = 10_000
// Two lines belong together when they share at least so much of their characters' pairs.
const alike = 0.35

/**
 * Which removed line became which added one, in order: pairs of indices, one side undefined where a line has no counterpart.
 * Weighs similarity (Dice over character bigrams) and keeps both orders: the heaviest common subsequence.
 */
export function pairLines(removed: string[], added: string[]): [number | undefined, number | undefined][] {
  if (removed.length * added.length > mostPairs) return inOrder(removed.length, added.length)
  const grams = { removed: removed.map(bigramsOf), added: added.map(bigramsOf) }
  const weight = (i: number, j: number) => {
    const likeness = dice(grams.removed[i] ?? new Map(), grams.added[j] ?? new Map())
    return likeness >= alike ? likeness : 0
  }
  const best = bestTable(removed.length, added.length, weight)
  const pairs: [number | undefined, number | undefined][] = []
  let [i, j] = [0, 0]
  while (i < removed.length || j < added.length) {
    const here = best(i, j)
    if (
      i < removed.length &&
      j < added.length &&
      weight(i, j) > 0 &&
      here === weight(i, j) + best(i + 1, j + 1)
    )
      pairs.push([i++, j++])
    else if (i < removed.length && here === best(i + 1, j)) pairs.push([i++, undefined])
    else pairs.push([undefined, j++])
  }
  return pairs
}

/** best(i, j): the greatest weight to be had from line i and j onwards. */
function bestTable(rows: number, columns: number, weight: (i: number, j: number) => number) {
  const width = columns + 1
  const table = new Float64Array((rows + 1) * width)
  const best = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const together = weight(i, j)
      const paired = together > 0 ? together + best(i + 1, j + 1) : 0
      table[i * width + j] = Math.max(paired, best(i + 1, j), best(i, j + 1))
    }
  }
  return best
}

function inOrder(rows: number, columns: number): [number | undefined, number | undefined][] {
  return Array.from({ length: Math.max(rows, columns) }, (_, at) => [
    at < rows ? at : undefined,
    at < columns ? at : undefined,
  ])
}

function bigramsOf(line: string): Map<string, number> {
  const grams = new Map<string, number>()
  const text = line.trim()
  for (let at = 0; at < Math.max(1, text.length - 1); at++) {
    const gram = text.slice(at, at + 2)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

/** 2 |A ∩ B| / (|A| + |B|) over multisets (Dice, 1945). */
function dice(a: Map<string, number>, b: Map<string, number>): number {
  let [shared, total] = [0, 0]
  for (const [gram, count] of a) {
    shared += Math.min(count, b.get(gram) ?? 0)
    total += count
  }
  for (const count of b.values()) total += count
  return total === 0 ? 1 : (2 * shared) / total
}
