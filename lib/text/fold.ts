/** A text as it is compared, and how to find the way back: for each UTF-16 unit of `folded` where in `text` its character begins, and one more for the end. */
export type Folded = { text: string; folded: string; origins: Uint32Array | null }

/** NFKC and lower case, code point by code point, so that every part can be led back to the original. */
export function fold(text: string): string {
  return plain.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('')
}

/** As `fold`; `origins` is null where every unit stands where it stood. */
export function foldWithOrigins(text: string): Folded {
  if (plain.test(text)) return { text, folded: text.toLowerCase(), origins: null }
  const characters = Array.from(text, foldCharacter)
  const folded = characters.join('')
  const origins = new Uint32Array(folded.length + 1)
  let unit = 0
  let at = 0
  for (const character of text) {
    const { length } = foldCharacter(character)
    origins.fill(at, unit, unit + length)
    unit += length
    at += character.length
  }
  origins[unit] = at
  return { text, folded, origins }
}

/** Where in the original the character of this folded unit begins. */
export const originOf = ({ origins }: Folded, unit: number): number => origins?.[unit] ?? unit

// Nothing in these ranges has a compatibility form.
const plain = /^[\x20-\x7e\n\t\u4e00-\u9fff\u3001\u3002]*$/
const compatible = new Map<string, string>()

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character
  const known = compatible.get(character)
  if (known !== undefined) return known
  const low = character.toWellFormed().normalize('NFKC').toLowerCase()
  if (compatible.size < 10_000) compatible.set(character, low)
  return low
}

/** Letters, digits and Chinese alone, folded, with `+` and `#` that end a name (c++, c#): how titles are compared as a whole. */
export function squash(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
    .replace(/(?<![a-z+])[+#]+/g, '')
}
