import { sql as drizzleSql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { searchDriver } from '#db/client'
import { type EntryState, entryStateOf } from '#db/entry-state'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import type { Folded } from '#lib/text/fold'
import type { Worth } from './near-ties.ts'
import { knownPassages, passagesOf, type Read } from './passages.ts'

// Longer texts and further answers are found, but the passage shown is from this much of these.
const readable = 20_000
const mostAnswers = 10

const stateOf = new PgDialect().sqlToQuery(entryStateOf(drizzleSql.raw('entry.id'))).sql

export type HitRow = {
  id: string
  shortId: string
  title: string
  /** Of its answers, then of the question itself. */
  texts: Folded[]
  state: EntryState
  /** A correction or a report of it or of an answer is open. */
  doubted: boolean
  note: { id: string; title: string }
  sectionId: string | null
  path: string[]
} & Worth
type Row = Omit<HitRow, 'texts'> & { answers: Read[]; context: Read }

/** The entries of these ids that this viewer may see, as the tables have them now: an index that is behind can show nothing it should not. */
export async function listHits(viewer: Viewer, ids: string[]): Promise<Map<string, HitRow>> {
  if (ids.length === 0 || !mayRead(viewer)) return new Map()
  const sql = searchDriver()
  const known = knownPassages(ids)
  const text = sql`case when revision.id = any(${[...known.keys()]}::uuid[]) then null else left(revision.markdown, ${readable}) end`
  const answersOfEntry = sql`array(select answer.id from answer where answer.entry_id = entry.id and answer.trashed_at is null)`
  const rows = await sql<Row[]>`
    select entry.id, entry.short_id as "shortId", revision.title,
      json_build_object('revision', revision.id, 'markdown', ${text}) as context,
      array_to_json(array(
        select json_build_object('revision', revision.id, 'markdown', ${text})
        from answer join revision on revision.id = answer.head_revision_id
        where answer.entry_id = entry.id and answer.trashed_at is null
        order by answer.position, answer.id limit ${mostAnswers})) as answers,
      ${sql.unsafe(stateOf)} as state,
      exists (select from correction where state = 'open' and (correction.entry_id = entry.id or correction.answer_id = any(${answersOfEntry})))
        or exists (select from report where closed_at is null and (report.entry_id = entry.id or report.answer_id = any(${answersOfEntry}))) as doubted,
      json_build_object('id', note.short_id, 'title', note.title) as note,
      (select short_id from section where id = entry.section_id) as "sectionId",
      array(
        with recursive above as (
          select parent_id, head_revision_id, 1 as depth from section where id = entry.section_id
          union all select section.parent_id, section.head_revision_id, depth + 1 from section join above on section.id = above.parent_id)
        select revision.title from above join revision on revision.id = above.head_revision_id order by depth desc) as path,
      coalesce((
        select asked from search_doc where id = entry.id and generation = (select generation from search_index where live)), 0) as asked,
      coalesce((
        select max(votes) from (
          select sum(vote.value)::int as votes from answer join vote on vote.answer_id = answer.id
          where answer.entry_id = entry.id and answer.trashed_at is null group by answer.id) voted), 0) as votes
    from entry join revision on revision.id = entry.head_revision_id join note on note.id = entry.note_id
    where entry.id = any(${ids}::uuid[]) and entry.trashed_at is null and note.trashed_at is null`
  return new Map(
    rows.map(({ answers, context, ...row }) => [
      row.id,
      { ...row, texts: passagesOf(row.id, [...answers, context], known) },
    ]),
  )
}
