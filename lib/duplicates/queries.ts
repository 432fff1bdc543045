import { type SQL, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { type EntryState, entryStateOf, inLiveIndex } from '#db/entry-state'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { plainText } from '#lib/search/plain-text'
import { mayProposeDuplicate } from './policy.ts'

export type Side = {
  id: string
  shortId: string
  title: string
  state: EntryState
  note: string
  section: string | null
  answers: number
  /** The beginning of its first answer, without its marks. */
  says: string
}
export type DuplicatePair = {
  id: string
  state: 'proposed' | 'confirmed' | 'rejected'
  score: number | null
  proposedBy: string
  first: Side
  second: Side
}

export type DuplicateFilter = {
  state: DuplicatePair['state']
  /** A note's short id: one of the two stands there. */
  note?: string
  /** Only where one has an answer and the other none. */
  helps?: boolean
}

const shown = 280

const side = (id: string) => sql`(
  select json_build_object('id', entry.id, 'shortId', entry.short_id, 'title', head.title, 'state', ${entryStateOf(sql`entry.id`)},
    'note', note.title,
    'section', (select above.title from section join revision above on above.id = section.head_revision_id where section.id = entry.section_id),
    'answers', (select count(*) from answer where answer.entry_id = entry.id and answer.trashed_at is null),
    'says', coalesce((select left(said.markdown, ${shown}) from answer join revision said on said.id = answer.head_revision_id
      where answer.entry_id = entry.id and answer.trashed_at is null order by answer.position, answer.id limit 1), ''))
  from entry join revision head on head.id = entry.head_revision_id join note on note.id = entry.note_id
  where entry.id = ${sql.raw(id)})`

// Of many pairs: as the search document has it, derived only where there is none.
const quickState = (id: SQL) => sql`coalesce(
  (select state from search_doc where search_doc.id = ${id} and ${inLiveIndex}), ${entryStateOf(id)})`

/** Pairs of questions that may ask the same, the likeliest first. Throws Refusal `forbidden`. */
export async function listDuplicates(
  viewer: Viewer,
  { state, note, helps }: DuplicateFilter,
  limit: number,
): Promise<{ pairs: DuplicatePair[]; total: number }> {
  if (!mayProposeDuplicate(viewer)) throw new Refusal('forbidden', 'Only members see proposals.')
  const where = sql`from duplicate
      join entry one on one.id = duplicate.first_id and one.trashed_at is null
      join entry other on other.id = duplicate.second_id and other.trashed_at is null
      join note one_note on one_note.id = one.note_id and one_note.trashed_at is null
      join note other_note on other_note.id = other.note_id and other_note.trashed_at is null
    where duplicate.state = ${state}
      ${note ? sql`and ${note} in (one_note.short_id, other_note.short_id)` : sql``}
      ${helps ? sql`and (${quickState(sql`one.id`)} = 'unanswered') <> (${quickState(sql`other.id`)} = 'unanswered')` : sql``}`
  const [counted] = await database().execute<{ total: number }>(sql`select count(*)::int as total ${where}`)
  const pairs = await database().execute<DuplicatePair>(sql`
    select chosen.id, chosen.state, chosen.score, (select name from person where id = chosen.proposed_by) as "proposedBy",
      ${side('chosen.first_id')} as first, ${side('chosen.second_id')} as second
    from (select duplicate.* ${where} order by duplicate.score desc nulls first, duplicate.id limit ${limit}) chosen
    order by chosen.score desc nulls first, chosen.id`)
  const readable = (one: Side): Side => ({ ...one, says: plainText(one.says).trim() })
  return {
    pairs: pairs.map((pair) => ({ ...pair, first: readable(pair.first), second: readable(pair.second) })),
    total: counted?.total ?? 0,
  }
}

/** Questions that a question is proposed or confirmed to be the same as, confirmed ones first. */
export async function listSameQuestions(entryId: string) {
  const rows = await database().execute<{
    id: string
    shortId: string
    title: string
    state: EntryState
    note: string
    confirmed: boolean
  }>(sql`
    select entry.id, entry.short_id as "shortId", head.title, ${entryStateOf(sql`entry.id`)} as state, note.title as note,
      duplicate.state = 'confirmed' as confirmed
    from duplicate
      join entry on entry.id = case when duplicate.first_id = ${entryId} then duplicate.second_id else duplicate.first_id end
      join revision head on head.id = entry.head_revision_id join note on note.id = entry.note_id
    where (duplicate.first_id = ${entryId} or duplicate.second_id = ${entryId}) and duplicate.state <> 'rejected'
      and entry.trashed_at is null and note.trashed_at is null
    order by confirmed desc, duplicate.score desc nulls first, entry.id
    limit 12`)
  return [...rows]
}

const mostOffers = 5

/** Answers that stand at the duplicates of a question, the fullest first: for one that has none of its own. */
export async function listOffers(entryIds: string[]) {
  if (entryIds.length === 0) return []
  const rows = await database().execute<{
    id: string
    shortId: string
    html: string
    entryShortId: string
    title: string
    author: string
    authorKind: 'person' | 'system'
  }>(sql`
    select answer.id, answer.short_id as "shortId", said.html, entry.short_id as "entryShortId", head.title, person.name as author,
      person.kind as "authorKind"
    from answer join revision said on said.id = answer.head_revision_id join entry on entry.id = answer.entry_id
      join revision head on head.id = entry.head_revision_id join person on person.id = said.author_id
    where answer.entry_id in ${entryIds} and answer.trashed_at is null and said.substance <> 'none'
    order by said.substance = 'full' desc, array_position(${sql.param(entryIds)}::uuid[], entry.id), answer.position, answer.id
    limit ${mostOffers}`)
  return [...rows]
}
