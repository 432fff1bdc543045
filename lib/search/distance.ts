/** How many slips a word of this length may hold: none below four letters, one below nine, else two. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : 2)

/**
 * Optimal string alignment distance (insertions, deletions, substitutions and swaps of neighbours, each one slip) between `typed` and `word`,
 * or with `unfinished` the best beginning of `word`; anything above `most` is given as `most + 1`.
 */
export function slipsBetween(typed: string, word: string, most: number, unfinished = false): number {
  if (typed.length > word.length + most || (!unfinished && word.length > typed.length + most)) return most + 1
  const columns = Math.min(word.length, typed.length + most)
  let beforeLast: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, column) => column)
  // A word is compared with hundreds: three rows serve for all of its letters.
  let current: number[] = []
  for (let row = 1; row <= typed.length; row++) {
    current[0] = row
    let least = row
    for (let column = 1; column <= columns; column++) {
      const same = typed[row - 1] === word[column - 1]
      let slips = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      if (swapped) slips = Math.min(slips, at(beforeLast, column - 2) + 1)
      current[column] = slips
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return Math.min(unfinished ? Math.min(...last) : at(last, columns), most + 1)
}

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
