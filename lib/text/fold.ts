/** A text as it is compared: NFKC and lower case, code point by code point, so that every part can be led back to the original. */
export function fold(text: string): string {
  return plain.test(text) ? text.toLowerCase() : foldWithOrigins(text).folded
}

// Nothing in these ranges has a compatibility form.
const plain = /^[\x20-\x7e\n\t\u4e00-\u9fff\u3001\u3002]*$/

/** The folded text, and for each of its UTF-16 units where in the original (UTF-16) its code point begins; one more for the end. */
export function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  let at = 0
  for (const character of text) {
    const low = character.toWellFormed().normalize('NFKC').toLowerCase()
    folded += low
    for (let unit = 0; unit < low.length; unit++) origins.push(at)
    at += character.length
  }
  origins.push(at)
  return { folded, origins }
}

/** Letters, digits and Chinese alone, folded, with `+` and `#` that end a name (c++, c#): how titles are compared as a whole. */
export function squash(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
    .replace(/(?<![a-z+])[+#]+/g, '')
}
