import { type SQL, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { hasAtLeast, mayAdminister } from '#lib/auth/policy'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { maySeeTrash } from './policy.ts'
import { daysKept, type Kind } from './thing.ts'

type Row = {
  kind: Kind
  id: string
  /** Its own, or of the question that an answer belongs to. */
  title: string
  noteTitle: string
  /** The first words of an answer. */
  excerpt: string
  /** How many questions lie there with it. */
  entries: number
  authorId: string | null
  origin: 'import' | 'person' | null
  trashedAt: Date
  trashedBy: string | null
  trasher: string | null
}

// More than anybody looks through.
const mostListed = 200

/**
 * What lies in the trash and this viewer may see, the newest first: everything for editors, their own answers for members. What went
 * there with its section is not named again, nor what was merged or erased. Only admins see what lies there longer than 30 days.
 */
export async function listTrash(viewer: SignedIn): Promise<Row[]> {
  if (!maySeeTrash(viewer)) throw new Refusal('forbidden', 'Sign in to see your trash.')
  const since = mayAdminister(viewer)
    ? sql`true`
    : sql`lying."trashedAt" > now() - ${daysKept} * interval '1 day'`
  const whose = hasAtLeast(viewer, 'editor')
    ? sql`true`
    : sql`lying.origin = 'person' and lying."authorId" = ${viewer.id}`
  return read(sql`${since} and ${whose}`)
}

/** One thing in the trash by the short id of its address; undefined where that is in use or never was. */
export async function findLying(kind: 'entry' | 'note', shortId: string): Promise<Row | undefined> {
  const table = kind === 'entry' ? sql`entry` : sql`note`
  const [row] = await read(
    sql`lying.kind = ${kind} and lying.id = (select id from ${table} where short_id = ${shortId})`,
  )
  return row
}

async function read(which: SQL): Promise<Row[]> {
  const rows = await database().execute<Row>(sql`
    select lying.*, thrown.actor_id as "trashedBy", person.name as trasher from (${lying}) lying
    left join lateral (
      select actor_id from audit where object_kind = lying.kind and object_id = lying.id
        and action = lying.kind || '.trash' order by audit.id desc limit 1) thrown on true
    left join person on person.id = thrown.actor_id
    where ${which} and not exists (
      select 1 from audit where object_kind = lying.kind and object_id = lying.id and action = lying.kind || '.erase')
    order by lying."trashedAt" desc, lying.id limit ${mostListed}`)
  return rows.map((row) => ({ ...row, trashedAt: new Date(row.trashedAt) }))
}

const none = sql`null::uuid as "authorId", null::text as origin`

const lying = sql`
  select 'note' as kind, note.id, note.title, note.title as "noteTitle", '' as excerpt,
    (select count(*)::int from entry where note_id = note.id and trashed_at is null) as entries,
    ${none}, note.trashed_at as "trashedAt"
  from note where note.trashed_at is not null
  union all
  select 'section', section.id, revision.title, note.title, '',
    (with recursive below as (
       select section.id union all select inner_section.id from section inner_section join below on inner_section.parent_id = below.id)
     select count(*)::int from entry where section_id in (select id from below) and entry.trashed_at = section.trashed_at),
    ${none}, section.trashed_at
  from section join revision on revision.id = section.head_revision_id join note on note.id = section.note_id
  left join section above on above.id = section.parent_id
  where section.trashed_at is not null and section.trashed_at is distinct from above.trashed_at
  union all
  select 'entry', entry.id, revision.title, note.title, '', 0, ${none}, entry.trashed_at
  from entry join revision on revision.id = entry.head_revision_id join note on note.id = entry.note_id
  left join section on section.id = entry.section_id
  where entry.trashed_at is not null and entry.trashed_at is distinct from section.trashed_at
    and not exists (select 1 from entry_merge where from_id = entry.id and undone_at is null)
  union all
  select 'answer', answer.id, question.title, note.title, left(revision.markdown, 160), 0,
    answer.author_id, answer.origin, answer.trashed_at
  from answer join revision on revision.id = answer.head_revision_id join entry on entry.id = answer.entry_id
  join revision question on question.id = entry.head_revision_id join note on note.id = entry.note_id
  where answer.trashed_at is not null`
