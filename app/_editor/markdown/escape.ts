import { mayEncode, mayEscape } from './inline-writer.ts'

/** More doubtful characters than this are not tried one by one. */
const mostTries = 40

/**
 * Settles which doubtful characters are escaped: none if the text reads right so, else as few as can be found, with those at
 * the edges of emphasis as entities where only that helps. `reads` says whether a text is read as it is meant.
 */
export function settleEscapes(marked: string, reads: (text: string) => boolean): string {
  const bare = marked.replaceAll(mayEncode, '')
  const plain = bare.replaceAll(mayEscape, '')
  if (plain === marked || reads(plain)) return plain
  const escaped = fewest(bare, mayEscape, backslash, reads)
  if (escaped !== null) return escaped
  const encoded = fewest(marked, mayEncode, entity, (text) => reads(text.replaceAll(mayEscape, '\\')))
  if (encoded !== null) return encoded.replaceAll(mayEscape, '\\')
  return bare.replaceAll(mayEscape, '\\')
}

const backslash = () => '\\'
const entity = (sign: string) => `&#${sign.codePointAt(0)};`

/** Replaces every marked place, then takes back, from the end, each replacement that is not needed. */
function fewest(
  marked: string,
  sign: string,
  replacement: (char: string) => string,
  reads: (text: string) => boolean,
): string | null {
  const [start = '', ...pieces] = marked.split(sign)
  const kept = pieces.map(() => true)
  const write = () =>
    start + pieces.map((piece, at) => (kept[at] ? replace(piece, replacement) : piece)).join('')
  if (!reads(write())) return null
  const tries = Math.min(pieces.length, mostTries)
  for (let at = pieces.length - 1; at >= pieces.length - tries; at--) {
    kept[at] = false
    if (!reads(write())) kept[at] = true
  }
  return write()
}

function replace(piece: string, replacement: (char: string) => string): string {
  const [char = ''] = piece
  const written = replacement(char)
  return written === '\\' ? `\\${piece}` : written + piece.slice(char.length)
}
