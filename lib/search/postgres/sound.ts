import { pinyinForms, readsAsPinyin } from '../pinyin.ts'
import type { ParsedQuery } from '../query.ts'
import { quote } from './tsquery.ts'

// Signs that no word holds keep typed sound apart from words.
const full = '~'
const initials = '^'

/** Lexemes of the sound of titles. */
export function soundLexemes(texts: string[]): string[] {
  const forms = texts.map(pinyinForms)
  return [
    ...forms.flatMap((form) => form.full.map((sound) => full + sound)),
    ...forms.flatMap((form) => form.initials.map((sound) => initials + sound)),
  ]
}

/**
 * Typed sound as tsqueries: `likely` is asked along with the words, for it reads as two syllables or more;
 * `possible` (one syllable, or initials) only when no word was found, so that names such as ls and ping keep their place.
 */
export function soundQueries({ sound, words }: ParsedQuery): {
  likely: string | null
  possible: string | null
} {
  if (!sound) return { likely: null, possible: null }
  const joined = readsAsPinyin(sound) ? `${quote(full + sound)}:*` : null
  const each = words.map(({ text }) => `(${quote(text)} | ${quote(full + text)}:*)`).join(' & ')
  const likely = joined && words.length > 1 ? `${joined} | (${each})` : joined
  const possible =
    sound.length < 2 ? null : `${quote(full + sound)}:* | ${quote(initials + sound)}:* | (${each})`
  return { likely, possible }
}
