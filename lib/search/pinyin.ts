import { pinyin } from 'pinyin-pro'

const longestRun = 8

/** The sound of a text's Chinese, syllable by syllable, without tones (ü is v). Characters without a known sound are left out. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).filter((syllable) =>
    /^[a-z]+$/.test(syllable),
  )
}

/** The sound of a word in Chinese with its tones: words of one sound are typed by the same keys. */
export const soundOf = (han: string): string => pinyin(han, { toneType: 'num' })

/**
 * What a title's Chinese is found by when its sound is typed: from every character on, the next eight syllables joined
 * (`leguansuo`, `guansuo`, `suo`) and their initials (`lgs`, `gs`). A prefix of one of these is typed sound.
 */
export function pinyinForms(text: string): { full: string[]; initials: string[] } {
  const full = new Set<string>()
  const initials = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = syllablesOf(run)
    for (let from = 0; from < syllables.length; from++) {
      const part = syllables.slice(from, from + longestRun)
      full.add(part.join(''))
      initials.add(part.map((syllable) => syllable[0]).join(''))
    }
  }
  return { full: [...full], initials: [...initials] }
}

const syllable =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiouv]|ai|ei|ao|ou|an|en|ang|eng|ong|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|ve)|er)$/
const longestSyllable = 6

/** Whether a Latin word reads as two syllables or more, so that it is probably typed sound; the last may be unfinished. */
export function readsAsPinyin(word: string): boolean {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return false
  // How many syllables may end at each place, the most that fit.
  const most = [0]
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = most[start]
      if (before !== undefined && syllable.test(word.slice(start, end)))
        most[end] = Math.max(most[end] ?? 0, before + 1)
    }
  }
  const whole = most[word.length] ?? 0
  const unfinished = most.some((count, end) => count >= 2 && begun.test(word.slice(end)))
  return whole >= 2 || unfinished
}

const begun = /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|er?|ng?)$/
