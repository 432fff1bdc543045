import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { countedAs } from '#db/asked'
import { database } from '#db/client'
import { entryStateOf } from '#db/entry-state'
import { encounter, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { maySeeEncounters } from './policy.ts'

/** Who was asked a question, where and when; the newest known date first. Throws Refusal `forbidden`. */
export async function listEncountersOf(viewer: Viewer, entryId: string) {
  requireMember(viewer)
  return database()
    .select({
      id: encounter.id,
      times: encounter.times,
      askedOn: encounter.askedOn,
      precision: encounter.precision,
      company: encounter.company,
      role: encounter.role,
      round: encounter.round,
      mark: encounter.mark,
      reportedBy: encounter.reportedBy,
      reporter: person.name,
    })
    .from(encounter)
    .innerJoin(person, eq(person.id, encounter.reportedBy))
    .where(
      and(sql`${encounter.entryId} in ${countedAs(sql`${entryId}::uuid`)}`, isNull(encounter.retractedAt)),
    )
    .orderBy(sql`${encounter.askedOn} desc nulls last`, desc(encounter.createdAt))
}

export type KnownEncounter = Awaited<ReturnType<typeof listEncountersOf>>[number]

const mostCompanies = 500

/** Companies named before, the most often named first. Throws Refusal `forbidden`. */
export async function listCompanies(viewer: Viewer): Promise<string[]> {
  requireMember(viewer)
  const rows = await database()
    .select({ company: encounter.company })
    .from(encounter)
    .where(and(isNotNull(encounter.company), isNull(encounter.retractedAt)))
    .groupBy(encounter.company)
    .orderBy(desc(sql`count(*)`), asc(encounter.company))
    .limit(mostCompanies)
  return rows.flatMap(({ company }) => company ?? [])
}

type AskedFilter = { company?: string | undefined; latest?: boolean; limit: number }

/**
 * Questions by how often they were asked, or by when last; each breaks the ties of the other. By one company where it is given. Throws
 * Refusal `forbidden`.
 */
export async function listAsked(viewer: Viewer, { company, latest = false, limit }: AskedFilter) {
  requireMember(viewer)
  // What was merged counts for where it went.
  const counted = database()
    .select({
      entryId: sql<string>`coalesce(merged.end_id, ${encounter.entryId})`.as('entry_id'),
      times: sql<number>`sum(${encounter.times})::int`.as('times'),
      last: sql<string | null>`max(${encounter.askedOn})::text`.as('last'),
    })
    .from(encounter)
    .leftJoin(merged, sql`merged.from_id = ${encounter.entryId}`)
    .where(
      and(isNull(encounter.retractedAt), company === undefined ? undefined : eq(encounter.company, company)),
    )
    .groupBy(sql`1`)
    .as('counted')
  const [often, last] = [desc(counted.times), sql`${counted.last} desc nulls last`]
  return database()
    .select({
      shortId: entry.shortId,
      title: revision.title,
      state: entryStateOf(entry.id),
      note: { shortId: note.shortId, title: note.title },
      times: counted.times,
      last: counted.last,
    })
    .from(counted)
    .innerJoin(entry, eq(entry.id, counted.entryId))
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(isNull(entry.trashedAt), isNull(note.trashedAt)))
    .orderBy(...(latest ? [last, often] : [often, last]), asc(entry.id))
    .limit(limit)
}

/** Where each merged entry has gone in the end. */
const merged = sql`(
  with recursive way as (
    select from_id, into_id from entry_merge where undone_at is null
    union select way.from_id, next.into_id from way join entry_merge next on next.from_id = way.into_id where next.undone_at is null)
  select from_id, into_id as end_id from way
  where not exists (select from entry_merge further where further.from_id = way.into_id and further.undone_at is null)) merged`

function requireMember(viewer: Viewer): void {
  if (!maySeeEncounters(viewer)) throw new Refusal('forbidden', 'Only members see who was asked what.')
}
