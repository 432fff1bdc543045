import { and, desc, eq, inArray, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision, revisionCoauthor } from '#db/schema/revisions'

const asked = alias(entry, 'asked')
const title = alias(revision, 'title')

export type ActivityItem = Awaited<ReturnType<typeof listActivity>>['items'][number]

/**
 * What people changed in questions and answers, the newest first, imports left out; `before` is the id of the last one of the page
 * before, `personId` only what is credited to somebody, as author or co-author.
 */
export async function listActivity(
  { before, personId }: { before?: string | undefined; personId?: string },
  limit = 50,
) {
  const rows = await database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      minor: revision.minor,
      summary: revision.summary,
      answerShortId: answer.shortId,
      author: { name: person.name, shortId: person.shortId, kind: person.kind },
      entry: { shortId: asked.shortId, title: title.title },
      note: { shortId: note.shortId, title: note.title },
      at: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .leftJoin(answer, eq(answer.id, revision.answerId))
    .innerJoin(asked, eq(asked.id, sql`coalesce(${revision.entryId}, ${answer.entryId})`))
    .innerJoin(title, eq(title.id, asked.headRevisionId))
    .innerJoin(note, eq(note.id, asked.noteId))
    .where(
      and(
        ne(revision.kind, 'import'),
        isNull(asked.trashedAt),
        isNull(answer.trashedAt),
        isNull(note.trashedAt),
        before ? lt(revision.id, before) : undefined,
        personId ? creditedTo(personId) : undefined,
      ),
    )
    .orderBy(desc(revision.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

const creditedTo = (personId: string) =>
  sql`(${revision.authorId} = ${personId} or ${inArray(
    revision.id,
    database()
      .select({ id: revisionCoauthor.revisionId })
      .from(revisionCoauthor)
      .where(eq(revisionCoauthor.personId, personId)),
  )})`

// Written out, for in a select of one table Drizzle names columns without it.
const counted = (rows: SQL) => sql<number>`(select count(*)::int from ${rows})`

/** Somebody with an account, and how much they gave; undefined where there is no such person. */
export async function findContributor(shortId: string) {
  const [row] = await database()
    .select({
      id: person.id,
      shortId: person.shortId,
      name: person.name,
      since: person.createdAt,
      answers: counted(
        sql`answer where answer.author_id = person.id and origin = 'person' and trashed_at is null`,
      ),
      questions: counted(sql`entry where entry.created_by = person.id and trashed_at is null`),
      corrections: counted(sql`correction where correction.author_id = person.id and state = 'accepted'`),
      // A first version is the question or the answer itself, and corrections are counted once accepted.
      edits: counted(
        sql`revision where revision.author_id = person.id and number > 1 and revision.kind in ('edit', 'merge', 'restore')`,
      ),
    })
    .from(person)
    .where(and(eq(person.shortId, shortId), eq(person.kind, 'person')))
  return row
}
