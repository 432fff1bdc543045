import { eq, inArray } from 'drizzle-orm'
import { database } from '#db/client'
import { type EntryState, entryStateOf } from '#db/entry-state'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import type { Viewer } from '#lib/auth/viewer'
import { findLike } from '#lib/duplicates/find-like'
import { Refusal } from '#lib/refusal'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'
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
const longestQuery = 100

/**
 * What each question of a pasted interview may be: what asks the same, then what search finds. Throws Refusal: forbidden, invalid
 * (nothing in it).
 */
export async function matchQuestions(viewer: Viewer, text: string): Promise<Matched[]> {
  if (!mayRecordEncounter(viewer)) throw new Refusal('forbidden', 'You may not record this here.')
  const questions = questionsIn(text)
  if (questions.length === 0) throw new Refusal('invalid', 'There is no question in it.', { field: 'text' })
  const like = await findLike(questions, candidatesEach)
  const known = await readCandidates(like.flat())
  const matched: Matched[] = []
  // One after another: sixty at once would hold up everybody who types into search.
  for (const [at, question] of questions.entries()) {
    const same = (like[at] ?? []).flatMap((id) => known.get(id) ?? [])
    const found = same.length < candidatesEach ? await search(viewer, question) : []
    const others = found.filter(({ shortId }) => same.every((one) => one.shortId !== shortId))
    matched.push({
      question,
      candidates: [...same, ...others].slice(0, candidatesEach),
      best: same[0]?.shortId ?? null,
    })
  }
  return matched
}

async function readCandidates(ids: string[]): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({
      id: entry.id,
      shortId: entry.shortId,
      title: revision.title,
      note: note.title,
      state: entryStateOf(entry.id),
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(inArray(entry.id, ids))
  return new Map(rows.map(({ id, title, ...row }) => [id, { ...row, title: title ?? '' }]))
}

async function search(viewer: Viewer, question: string): Promise<Candidate[]> {
  const q = Array.from(question).slice(0, longestQuery).join('')
  const { hits } = await searchEntries(viewer, EntrySearch.parse({ q, limit: candidatesEach }))
  return hits.map(({ id, title, note, state }) => ({ shortId: id, title, note: note.title, state }))
}
