import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mayProposeDuplicate } from './policy.ts'

/** Where a question that was merged is read now, to the end of the chain; undefined where it was not, or where that is gone. */
export async function findMerged(shortId: string) {
  const [found] = await database().execute<{ shortId: string; title: string }>(sql`
    with recursive way as (
      select from_id, into_id from entry_merge
      where undone_at is null and from_id = (select id from entry where short_id = ${shortId})
      union select next.from_id, next.into_id from entry_merge next join way on next.from_id = way.into_id where next.undone_at is null)
    select entry.short_id as "shortId", head.title
    from way join entry on entry.id = way.into_id join revision head on head.id = entry.head_revision_id
      join note on note.id = entry.note_id
    where entry.trashed_at is null and note.trashed_at is null`)
  return found
}

/** What was merged into a question and still is, the newest first. */
export async function listMergedInto(entryId: string) {
  const rows = await database().execute<{ id: string; shortId: string; title: string; note: string }>(sql`
    select entry_merge.id, entry.short_id as "shortId", head.title, note.title as note
    from entry_merge join entry on entry.id = entry_merge.from_id join revision head on head.id = entry.head_revision_id
      join note on note.id = entry.note_id
    where entry_merge.into_id = ${entryId} and entry_merge.undone_at is null
    order by entry_merge.merged_at desc, entry_merge.id`)
  return [...rows]
}

/** A merge that stands, for whoever takes it apart; undefined where there is none. Throws Refusal `forbidden`. */
export async function findMerge(viewer: Viewer, id: string) {
  requireMember(viewer)
  const [found] = await database().execute<{
    id: string
    from: string
    into: string
    intoShortId: string
    by: string
    answers: number
    encounters: number
    tags: number
    names: number
  }>(sql`
    select entry_merge.id, gone.title as from, head.title as into, entry.short_id as "intoShortId", person.name as by,
      jsonb_array_length(moves -> 'answers') as answers, jsonb_array_length(moves -> 'encounters') as encounters,
      jsonb_array_length(moves -> 'tags') as tags, jsonb_array_length(moves -> 'aliases') as names
    from entry_merge join entry on entry.id = into_id join revision head on head.id = entry.head_revision_id
      join person on person.id = merged_by
      join revision gone on gone.id = (select head_revision_id from entry where id = from_id)
    where entry_merge.id = ${id} and undone_at is null`)
  return found
}

/** A question with what a merge would take over from it. Throws Refusal `forbidden`. */
export async function findMergeSide(viewer: Viewer, shortId: string) {
  requireMember(viewer)
  const [found] = await database().execute<{
    id: string
    shortId: string
    title: string
    note: string
    answers: number
    votes: number
    encounters: number
    tags: number
    aliases: number
    watchers: number
    corrections: number
  }>(sql`
    select entry.id, entry.short_id as "shortId", head.title, note.title as note,
      (select count(*)::int from answer where entry_id = entry.id and trashed_at is null) as answers,
      (select count(*)::int from vote join answer on answer.id = vote.answer_id where answer.entry_id = entry.id) as votes,
      (select count(*)::int from encounter where entry_id = entry.id and retracted_at is null) as encounters,
      (select count(*)::int from entry_tag where entry_id = entry.id) as tags,
      (select count(*)::int from entry_alias where entry_id = entry.id) as aliases,
      (select count(*)::int from watch where entry_id = entry.id and not muted) as watchers,
      (select count(*)::int from correction where entry_id = entry.id and state = 'open') as corrections
    from entry join revision head on head.id = entry.head_revision_id join note on note.id = entry.note_id
    where entry.short_id = ${shortId} and entry.trashed_at is null and note.trashed_at is null`)
  return found
}

function requireMember(viewer: Viewer): void {
  if (!mayProposeDuplicate(viewer)) throw new Refusal('forbidden', 'Only members see this.')
}
