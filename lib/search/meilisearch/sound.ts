import { readsAsPinyin } from '../pinyin.ts'
import type { ParsedQuery } from '../query.ts'
import { spell, spellSound } from './spelling.ts'

/**
 * Typed sound as texts of queries: `likely` is asked along with the words, for it reads as two syllables or more; `possible` (one
 * syllable, initials, or the last word alone) only when nothing was found, so that names such as ls and ping keep their place.
 */
export function soundTexts({ sound, words }: ParsedQuery): { likely: string[]; possible: string[] } {
  if (!sound) return { likely: [], possible: [] }
  const joined = readsAsPinyin(sound) ? [spellSound.full(sound)] : []
  const last = words.at(-1)?.text ?? ''
  const before = words.slice(0, -1).map(({ text }) => spell(text))
  const mixed = words.length > 1 ? [[...before, spellSound.full(last)].join(' ')] : []
  const possible = sound.length < 2 ? [] : [spellSound.full(sound), spellSound.initials(sound)]
  return {
    likely: words.length > 1 && joined.length > 0 ? [...joined, ...mixed] : joined,
    possible: [...possible, ...mixed],
  }
}
