import { similarity } from './similarity.ts'

// Beyond so many pairs to weigh, or so many characters to read for it (half a second), lines are paired in order.
const mostPairs = 10_000
const mostCharacters = 4_000_000
// Two lines belong together when they are at least so alike.
const alike = 0.35

/**
 * Which removed line became which added one, in order: pairs of indices, one side undefined where a line has no counterpart.
 * Weighs similarity and keeps both orders: the heaviest common subsequence.
 */
export function pairLines(removed: string[], added: string[]): [number | undefined, number | undefined][] {
  if (!canBeWeighed(removed, added)) return inOrder(removed.length, added.length)
  const weights = removed.map((old) => added.map((fresh) => similarity(old, fresh)))
  const weight = (i: number, j: number) => {
    const likeness = weights[i]?.[j] ?? 0
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

/** Whether all pairs of two lists can be weighed while somebody waits. */
export function canBeWeighed(removed: string[], added: string[]): boolean {
  if (removed.length * added.length > mostPairs) return false
  const lengthOf = (lines: string[]) => lines.reduce((sum, line) => sum + line.length, 0)
  return removed.length * lengthOf(added) + added.length * lengthOf(removed) <= mostCharacters
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
