import type { EntryState } from '#db/entry-state'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'
import { nameOf } from '#lib/search/small-words'
import { similarity } from '#lib/text/similarity'
import { questionsIn } from './interview.ts'
import { mayRecordEncounter } from './policy.ts'

export type Candidate = { shortId: string; title: string; note: string; state: EntryState }
export type Matched = {
  question: string
  candidates: Candidate[]
  /** The candidate that seems to ask the same, by short id; none where each only has some words of it. */
  best: string | null
}

const candidatesEach = 4
/** Titles as alike as this ask the same; search alone cannot tell, for it always has a first hit. */
const enough = 0.6
const longestQuery = 100

/** What each question of a pasted interview may be, found by search. Throws Refusal: forbidden, invalid (nothing in it). */
export async function matchQuestions(viewer: Viewer, text: string): Promise<Matched[]> {
  if (!mayRecordEncounter(viewer)) throw new Refusal('forbidden', 'You may not record this here.')
  const questions = questionsIn(text)
  if (questions.length === 0) throw new Refusal('invalid', 'There is no question in it.', { field: 'text' })
  const matched: Matched[] = []
  // One after another: sixty at once would hold up everybody who types into search.
  for (const question of questions) matched.push(await match(viewer, question))
  return matched
}

async function match(viewer: Viewer, question: string): Promise<Matched> {
  const q = Array.from(question).slice(0, longestQuery).join('')
  const { hits } = await searchEntries(viewer, EntrySearch.parse({ q, limit: candidatesEach }))
  const scored = hits.map(({ id, title, note, state }) => ({
    candidate: { shortId: id, title, note: note.title, state },
    score: similarity(nameOf(title), nameOf(question)),
  }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return {
    question,
    candidates: scored.map(({ candidate }) => candidate),
    best: best && best.score >= enough ? best.candidate.shortId : null,
  }
}
