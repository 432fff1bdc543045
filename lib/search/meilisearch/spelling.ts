import { createHash } from 'node:crypto'

// Letters alone: Meilisearch cuts a text at signs, at changes of script and by its own dictionary, but never inside such a word.
const letters = 'abcdefghijklmnop'
// Words of our own begin with z, so a written word that does is spelled out: nothing typed is the beginning of another kind of word.
const coded = 'zq'
const compound = 'zs'
const full = 'zf'
const initials = 'zi'

/**
 * A token as a word that Meilisearch keeps whole: what is letters and digits stays, anything else is `zq` and five letters for each
 * code point. The beginning of a spelled token is the spelled beginning of the token, so prefixes still work.
 */
export function spell(token: string): string {
  if (/^[a-y0-9][a-z0-9]*$/.test(token)) return token
  return coded + [...token].slice(0, 45).map(five).join('')
}

/** Whether one spelled token ends with the character that another begins with. */
export const overlap = (one: string, other: string): boolean =>
  one.slice(-5) === other.slice(coded.length, coded.length + 5)

function five(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return [16, 12, 8, 4, 0].map((shift) => letters[(code >> shift) & 15]).join('')
}

/** Typed sound, letters alone. */
export const spellSound = {
  full: (sound: string) => full + sound,
  initials: (sound: string) => initials + sound,
}

/** A word of its own for a sequence of words, for there a key of a synonym has at most three. */
export function nameOfSequence(words: string[]): string {
  const sum = createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 32)
  return compound + [...sum].map((digit) => letters[Number.parseInt(digit, 16)]).join('')
}

/** A filter's value, which Meilisearch would compare without case and accents, and might read as a formula. */
export const encodeValue = (value: string): string => {
  const bytes = Buffer.from(value.toWellFormed(), 'utf8')
  return bytes.length <= 200
    ? `x${bytes.toString('hex')}`
    : `h${createHash('sha256').update(bytes).digest('hex')}`
}

export const decodeValue = (encoded: string): string => Buffer.from(encoded.slice(1), 'hex').toString('utf8')
