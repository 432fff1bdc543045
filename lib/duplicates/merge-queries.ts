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

export type MergedQuestion = {
  /** The merge. */
  id: string
  shortId: string
  title: string
  note: string
  /** Answers and comments that it brought along, by id. */
  brought: string[]
}

/** What was merged into a question and still is, also by way of others: what came directly before what came through it. */
export async function listMergedInto(entryId: string): Promise<MergedQuestion[]> {
  const rows = await database().execute<MergedQuestion>(sql`
    with recursive came as (
      select entry_merge.*, 1 as steps from entry_merge where into_id = ${entryId} and undone_at is null
      union all
      select earlier.*, steps + 1 from entry_merge earlier join came on earlier.into_id = came.from_id where earlier.undone_at is null)
    select came.id, entry.short_id as "shortId", head.title, note.title as note,
      (came.moves -> 'answers') || coalesce(came.moves -> 'comments', '[]') as brought
    from came join entry on entry.id = came.from_id join revision head on head.id = entry.head_revision_id
      join note on note.id = entry.note_id
    order by came.steps, came.merged_at desc, came.id`)
  return [...rows]
}

/** At which question each answer and comment stood before merging, where it stood elsewhere: the first one of a chain. */
export function originsOf(merged: MergedQuestion[]): Map<string, MergedQuestion> {
  return new Map(merged.flatMap((one) => one.brought.map((id): [string, MergedQuestion] => [id, one])))
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
    comments: number
    encounters: number
    tags: number
    names: number
  }>(sql`
    select entry_merge.id, gone.title as from, head.title as into, entry.short_id as "intoShortId", person.name as by,
      jsonb_array_length(moves -> 'answers') as answers, coalesce(jsonb_array_length(moves -> 'comments'), 0) as comments,
      jsonb_array_length(moves -> 'encounters') as encounters,
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
    comments: number
    encounters: number
    tags: number
    aliases: number
    watchers: number
    corrections: number
  }>(sql`
    select entry.id, entry.short_id as "shortId", head.title, note.title as note,
      (select count(*)::int from answer where entry_id = entry.id and trashed_at is null) as answers,
      (select count(*)::int from vote join answer on answer.id = vote.answer_id where answer.entry_id = entry.id) as votes,
      (select count(*)::int from comment where entry_id = entry.id and trashed_at is null) as comments,
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
