import { and, asc, count, eq, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { correction, correctionRev, correctionStep, correctionSupport, report } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { hasAtLeast } from '#lib/auth/policy'
import type { SignedIn } from '#lib/auth/viewer'
import type { QueueFilter } from './input.ts'
import { previewRev } from './preview.ts'
import { ofNewestRev, subjectOf } from './require-correction.ts'

const asked = alias(entry, 'asked')
const title = alias(revision, 'title')
const head = alias(revision, 'head')

/**
 * Open corrections, the oldest first, a page at a time: `next` is the `after` of the page that follows, null at the end. Those that
 * the text fulfils already are left out. Each with its first change, and whether it goes together with its text as it stands.
 */
export async function listOpenCorrections(viewer: SignedIn, filter: QueueFilter, limit = 20) {
  const items: QueueItem[] = []
  for (let after = filter.after; ; ) {
    const rows = await readRows(viewer, { ...filter, after }, limit + 1)
    for (const row of rows) {
      if (items.length === limit) return { items, next: items.at(-1)?.id ?? null }
      const item = await itemOf(row)
      if (item && (filter.conflicting === undefined || item.conflicting === filter.conflicting))
        items.push(item)
    }
    after = rows.at(-1)?.id
    if (rows.length <= limit) return { items, next: null }
  }
}

export type QueueItem = NonNullable<Awaited<ReturnType<typeof itemOf>>>
type Row = Awaited<ReturnType<typeof readRows>>[number]

function readRows(viewer: SignedIn, filter: QueueFilter, limit: number) {
  // Chosen before their texts are looked up: there may be many more than are asked for.
  const chosen = chooseOpen(viewer, filter, limit).as('chosen')
  return database()
    .select({
      id: correction.id,
      shortId: correction.shortId,
      kind: correction.kind,
      rev: correction.rev,
      entryId: correction.entryId,
      answerId: correction.answerId,
      createdAt: correction.createdAt,
      changedAt: correction.changedAt,
      authorId: correction.authorId,
      author: person.name,
      entry: { shortId: asked.shortId, title: title.title },
      answerShortId: answer.shortId,
      note: { shortId: note.shortId, title: note.title },
      head: {
        headId: head.id,
        number: head.number,
        title: head.title,
        markdown: head.markdown,
      },
      wording: {
        baseRevisionId: correctionRev.baseRevisionId,
        title: correctionRev.title,
        markdown: correctionRev.markdown,
      },
      rationale: correctionRev.rationale,
      evidence: sql<number>`jsonb_array_length(${correctionRev.evidence})`,
      /** Opened again as it was accepted: what the text says now is just what is doubted. */
      reopened: sql<boolean>`exists (select from ${correctionStep} where ${correctionStep.correctionId} = ${correction.id} and ${correctionStep.kind} = 'reopened' and ${correctionStep.rev} = ${correction.rev})`,
      supporters: sql<number>`(select count(*)::int from ${correctionSupport} where ${correctionSupport.correctionId} = ${correction.id})`,
    })
    .from(chosen)
    .innerJoin(correction, eq(correction.id, chosen.id))
    .innerJoin(correctionRev, ofNewestRev)
    .innerJoin(person, eq(person.id, correction.authorId))
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .innerJoin(asked, isAskedBy)
    .innerJoin(title, eq(title.id, asked.headRevisionId))
    .innerJoin(head, eq(head.id, sql`coalesce(${answer.headRevisionId}, ${asked.headRevisionId})`))
    .innerJoin(note, eq(note.id, asked.noteId))
    .orderBy(asc(correction.createdAt), asc(correction.id))
}

/** The ids of a page of the queue, read off its index. */
export const chooseOpen = (viewer: SignedIn, filter: QueueFilter, limit: number) =>
  database()
    .select({ id: correction.id })
    .from(correction)
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .innerJoin(asked, isAskedBy)
    .innerJoin(note, eq(note.id, asked.noteId))
    .where(and(isReadableAndOpen, ...conditionsOf(viewer, filter)))
    .orderBy(asc(correction.createdAt), asc(correction.id))
    .limit(limit)

const isAskedBy = eq(asked.id, sql`coalesce(${correction.entryId}, ${answer.entryId})`)
const isReadableAndOpen = and(
  eq(correction.state, 'open'),
  isNull(asked.trashedAt),
  isNull(answer.trashedAt),
  isNull(note.trashedAt),
)

function conditionsOf(
  viewer: SignedIn,
  { note: shortId, kind, age, mine, conflicting, after }: QueueFilter,
): (SQL | undefined)[] {
  return [
    shortId ? eq(note.shortId, shortId) : undefined,
    kind ? eq(correction.kind, kind) : undefined,
    age ? lte(correction.createdAt, sql`now() - make_interval(days => ${age})`) : undefined,
    mine === 'proposed' ? eq(correction.authorId, viewer.id) : undefined,
    mine === 'decidable' ? isFor(viewer) : undefined,
    conflicting ? mayConflict : undefined,
    after
      ? sql`(${correction.createdAt}, ${correction.id}) > (select seen.created_at, seen.id from correction seen where seen.id::text = ${after})`
      : undefined,
  ]
}

/** A proposal on the text as it stands clashes with nothing; about the others the merge decides. */
const mayConflict = sql`not exists (select from ${correctionRev} where ${ofNewestRev} and ${correctionRev.baseRevisionId} = coalesce(${answer.headRevisionId}, ${asked.headRevisionId}))`

/** What waits for this viewer: of others, and on texts that they may decide on. */
const isFor = (viewer: SignedIn): SQL | undefined =>
  and(
    ne(correction.authorId, viewer.id),
    hasAtLeast(viewer, 'editor')
      ? undefined
      : and(eq(answer.authorId, viewer.id), eq(answer.origin, 'person')),
  )

async function itemOf(row: Row) {
  const { wording, head: text, entryId, answerId, ...item } = row
  const subject = subjectOf({ entryId, answerId })
  const preview = await previewRev({ ...row, subject }, text, wording)
  if (preview.outcome === 'fulfilled' && !row.reopened) return undefined
  const changes = preview.outcome === 'clean' ? preview.changes : []
  return {
    ...item,
    targetKind: subject.kind,
    conflicting: preview.outcome === 'conflicting',
    changes: changes.length,
    first: changes[0] ?? null,
  }
}

/** What the bar shows: what waits for the viewer's decision, what they proposed themselves, and reports that nobody closed. */
export async function countOpen(viewer: SignedIn) {
  const db = database()
  const isEditor = hasAtLeast(viewer, 'editor')
  const [[rows], [reports]] = await Promise.all([
    db
      .select({
        decidable: sql<number>`(count(*) filter (where ${isFor(viewer)}))::int`,
        mine: sql<number>`(count(*) filter (where ${eq(correction.authorId, viewer.id)}))::int`,
      })
      .from(correction)
      .leftJoin(answer, eq(answer.id, correction.answerId))
      .innerJoin(asked, isAskedBy)
      .innerJoin(note, eq(note.id, asked.noteId))
      .where(isReadableAndOpen),
    db
      .select({ open: count() })
      .from(report)
      .leftJoin(answer, eq(answer.id, report.answerId))
      .innerJoin(asked, eq(asked.id, sql`coalesce(${report.entryId}, ${answer.entryId})`))
      .innerJoin(note, eq(note.id, asked.noteId))
      .where(
        and(
          isNull(report.closedAt),
          isNull(asked.trashedAt),
          isNull(answer.trashedAt),
          isNull(note.trashedAt),
          isEditor ? undefined : or(eq(report.authorId, viewer.id), eq(answer.authorId, viewer.id)),
        ),
      ),
  ])
  return { decidable: rows?.decidable ?? 0, mine: rows?.mine ?? 0, reports: reports?.open ?? 0 }
}
