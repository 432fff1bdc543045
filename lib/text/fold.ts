/** A text as it is compared, and how to find the way back: for each UTF-16 unit of `folded` where in `text` its character begins, and one more for the end. */
export type Folded = { text: string; folded: string; origins: Uint32Array | null }

/** NFKC and lower case, code point by code point, so that every part can be led back to the original. */
export function fold(text: string): string {
  return text.replace(special, foldCharacter).toLowerCase()
}

/** As `fold`; `origins` is null where every unit stands where it stood. */
export function foldWithOrigins(text: string): Folded {
  let moved = false
  const folded = text
    .replace(special, (character) => {
      const low = foldCharacter(character)
      if (low.length !== character.length) moved = true
      return low
    })
    .toLowerCase()
  return { text, folded, origins: moved ? originsOf(text, folded.length) : null }
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

function originsOf(text: string, length: number): Uint32Array {
  const origins = new Uint32Array(length + 1)
  let unit = 0
  let at = 0
  for (const character of text) {
    const width = fold(character).length
    origins.fill(at, unit, unit + width)
    unit += width
    at += character.length
  }
  origins[unit] = at
  return origins
}

/** Letters, digits and Chinese alone, folded, with `+` and `#` that end a name (c++, c#): how titles are compared as a whole. */
export function squash(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
    .replace(/(?<![a-z+])[+#]+/g, '')
}
