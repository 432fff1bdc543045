import { carryEdits, leans } from '#lib/text/carry-edits'
import { changesBetween } from '#lib/text/changes'
import { diffWords } from '#lib/text/diff'
import { applyEdits, OutOfTime } from '#lib/text/edits'
import { squash } from '#lib/text/fold'
import { sentencesOf } from '#lib/text/merge'
import { similarity } from '#lib/text/similarity'
import { wordsOf } from '#lib/text/words'

/** A sentence that a correction took back, and what it says instead; empty where it is left out. */
export type Replaced = { old: string; now: string }

/** Letters that a sentence must have to be told from others. */
const shortest = 8
/** Sentences this alike say the same. */
const alike = 0.6
/** Share of the words taken back that another sentence must have, to be wrong in the same way. */
const shared = 0.5
const budget = 200

/** What a change took back, sentence by sentence; what was only added is no claim that could stand elsewhere. */
export function replacedSentences(before: string, after: string): Replaced[] {
  return changesBetween(before, after).flatMap((change) => {
    const [olds, news] = [sentencesOf(change.before), sentencesOf(change.after)]
    const kept = new Set(news.map(squash))
    return olds
      .map((old, at) => ({ old, now: olds.length === news.length ? (news[at] ?? '') : nearest(old, news) }))
      .filter(({ old }) => squash(old).length >= shortest && !kept.has(squash(old)))
  })
}

function nearest(old: string, news: string[]): string {
  const [best] = news.map((now) => ({ now, score: similarity(old, now) })).sort((a, b) => b.score - a.score)
  return best?.now ?? ''
}

/**
 * A text with what was replaced elsewhere replaced here, too, wherever the same or nearly the same sentence stands; null where it
 * does not, or the text says the right thing already.
 */
export function correctedText(text: string, replaced: Replaced[]): string | null {
  const words = squash(text)
  const wanted = replaced.filter(({ now }) => squash(now) === '' || !words.includes(squash(now)))
  let changed = false
  const sentences = sentencesOf(text).map((sentence) => {
    const claim = wanted.find((one) => says(sentence, one))
    if (!claim) return sentence
    changed = true
    return corrected(sentence, claim)
  })
  return changed ? sentences.join('') : null
}

/** Whether a sentence says what was taken back, rather than what is right. */
function says(sentence: string, { old, now }: Replaced): boolean {
  if (squash(sentence).length < shortest) return false
  const likeOld = similarity(sentence, old)
  return likeOld >= alike && likeOld > similarity(sentence, now) && hasTakenBack(sentence, old, now)
}

function hasTakenBack(sentence: string, old: string, now: string): boolean {
  const removed = diffWords(old, now)
    .flatMap(({ op, text }) => (op === 'removed' ? wordsOf(text) : []))
    .map(squash)
  const letters = (parts: string[]) => parts.reduce((sum, part) => sum + part.length, 0)
  const here = squash(sentence)
  return letters(removed.filter((part) => here.includes(part))) >= letters(removed) * shared
}

function corrected(sentence: string, { old, now }: Replaced): string {
  if (squash(now) === '') return ''
  const carried = carriedOver(sentence, old, now)
  if (carried !== undefined) return carried
  const [, body = ''] = /^(?:\s|[-*+>]\s|\d+[.)]\s)*([\s\S]*?)\s*$/.exec(now) ?? []
  const [lead = ''] = /^(?:\s|[-*+>]\s|\d+[.)]\s)*/.exec(sentence) ?? []
  const [end = ''] = /\s*$/.exec(sentence) ?? []
  return `${lead}${body}${end}`
}

/** The same edit in a sentence that differs by marks alone, or where what comes out reads as the corrected one does. */
function carriedOver(sentence: string, old: string, now: string): string | undefined {
  const until = performance.now() + budget
  try {
    for (const lean of leans) {
      const made = applyEdits(sentence, carryEdits(old, now, sentence, lean, until))
      const expected = squash(sentence) === squash(old) ? 1 : 0.9
      if (similarity(made, now) >= expected) return made
    }
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
  }
  return undefined
}
