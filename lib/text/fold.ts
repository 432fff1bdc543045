/** A text as it is compared, and how to find the way back: for each UTF-16 unit of `folded` where in `text` its character begins, and one more for the end. */
export type Folded = { text: string; folded: string; origins: Uint32Array | null }

/** NFKC and lower case, code point by code point, so that every part can be led back to the original. */
export function fold(text: string): string {
  return text.replace(special, foldCharacter).toLowerCase()
}

/** As `fold`; `origins` is null where every unit stands where it stood. */
export function foldWithOrigins(text: string): Folded {
  const moves: Move[] = []
  const folded = text
    .replace(special, (character, at: number) => {
      const low = foldCharacter(character)
      if (character.length > 1 || low.length !== 1)
        moves.push({ at, length: character.length, width: low.length })
      return low
    })
    .toLowerCase()
  return { text, folded, origins: moves.length > 0 ? originsOf(moves, folded.length) : null }
}

/** Where in the original the character of this folded unit begins. */
export const originOf = ({ origins }: Folded, unit: number): number => origins?.[unit] ?? unit

// Everything else has no compatibility form, and its lower case is as long as itself.
const special = /[^\x20-\x7e\n\t\u4e00-\u9fff\u3001\u3002]/gu
const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const low = character.toWellFormed().normalize('NFKC').toLowerCase()
  if (known.size < 10_000) known.set(character, low)
  return low
}

/** A character that takes another number of units than one, as written or folded. */
type Move = { at: number; length: number; width: number }

function originsOf(moves: Move[], units: number): Uint32Array {
  const origins = new Uint32Array(units + 1)
  let unit = 0
  let at = 0
  for (const move of moves) {
    while (at < move.at) origins[unit++] = at++
    origins.fill(at, unit, unit + move.width)
    unit += move.width
    at += move.length
  }
  while (unit <= units) origins[unit++] = at++
  return origins
}

/** Letters, digits and Chinese alone, folded, with `+` and `#` that end a name (c++, c#): how titles are compared as a whole. */
export function squash(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
    .replace(/(?<![a-z+])[+#]+/g, '')
}
