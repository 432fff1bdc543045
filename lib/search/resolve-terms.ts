import type { Folded } from '#lib/text/fold'
import { slipsAllowed, slipsBetween } from './distance.ts'
import { litIn } from './highlight.ts'
import { syllablesOf } from './pinyin.ts'
import { runsOf } from './tokens.ts'

/** Terms as this hit has them: a Latin word that lights up nowhere gives way to the Chinese whose sound it is, or to the nearest word. */
export function resolveTerms(title: Folded, texts: Folded[], terms: string[]): string[] {
  const unseen = (term: string) =>
    /^[a-z]{2,}$/.test(term) && [title, ...texts].every((text) => litIn(text, [term]).length === 0)
  return terms.flatMap((term) =>
    unseen(term) ? (soundIn(title.text, term) ?? nearest([title, ...texts], term)) : [term],
  )
}

/** The stretch of Chinese that sounds as typed, in full or by initials. */
function soundIn(title: string, typed: string): string[] | undefined {
  for (const run of title.match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = syllablesOf(run)
    const characters = [...run]
    if (syllables.length !== characters.length) continue
    for (const read of [(syllable: string) => syllable, (syllable: string) => syllable.slice(0, 1)]) {
      for (let from = 0; from < characters.length; from++) {
        let sound = ''
        for (let to = from; to < characters.length && sound.length < typed.length; to++) {
          sound += read(syllables[to] ?? '')
          if (sound.startsWith(typed)) return [characters.slice(from, to + 1).join('')]
        }
      }
    }
  }
}

function nearest(texts: Folded[], typed: string): string[] {
  const most = slipsAllowed(typed.length)
  if (most === 0) return [typed]
  let best = { word: typed, slips: most + 1 }
  for (const run of texts.flatMap((text) => runsOf(text.folded))) {
    if (run.kind !== 'latin' || run.text[0] !== typed[0]) continue
    const slips = slipsBetween(typed, run.text, most, true)
    if (slips < best.slips) best = { word: run.text, slips }
  }
  return [best.word]
}
