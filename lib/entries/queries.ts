import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { cache } from 'react'
import { countedAs } from '#db/asked'
import { database } from '#db/client'
import { coauthorsOf } from '#db/coauthors'
import { entryStateOf } from '#db/entry-state'
import { answer, encounter, entry, entryAlias, entryTag, tag } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision, revisionLink } from '#db/schema/revisions'

/** One question as its page shows it, by the stable id of its URL. */
export const findEntry = cache(async (shortId: string) => {
  const [found] = await database()
    .select({
      id: entry.id,
      shortId: entry.shortId,
      title: revision.title,
      markdown: revision.markdown,
      html: revision.html,
      revisionId: revision.id,
      number: revision.number,
      kind: revision.kind,
      changedAt: revision.createdAt,
      author: person.name,
      authorKind: person.kind,
      sectionId: entry.sectionId,
      createdBy: entry.createdBy,
      note: { id: note.id, shortId: note.shortId, title: note.title },
      state: entryStateOf(entry.id),
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(person, eq(person.id, revision.authorId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(eq(entry.shortId, shortId), isNull(entry.trashedAt), isNull(note.trashedAt)))
  return found
})

export const listAnswers = cache((entryId: string) =>
  database()
    .select({
      id: answer.id,
      shortId: answer.shortId,
      markdown: revision.markdown,
      html: revision.html,
      toc: revision.toc,
      substance: revision.substance,
      origin: answer.origin,
      authorId: answer.authorId,
      writtenAt: answer.createdAt,
      revisionId: revision.id,
      number: revision.number,
      kind: revision.kind,
      changedAt: revision.createdAt,
      author: person.name,
      authorKind: person.kind,
      coauthors: coauthorsOf(revision.id),
    })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(and(eq(answer.entryId, entryId), isNull(answer.trashedAt)))
    .orderBy(asc(answer.position), asc(answer.id)),
)

export const listEntryTags = (entryId: string) =>
  database()
    .select({ name: tag.name })
    .from(entryTag)
    .innerJoin(tag, eq(tag.id, entryTag.tagId))
    .where(eq(entryTag.entryId, entryId))
    .orderBy(asc(tag.name))

export const listAliases = (entryId: string) =>
  database()
    .select({ alias: entryAlias.alias })
    .from(entryAlias)
    .where(eq(entryAlias.entryId, entryId))
    .orderBy(asc(entryAlias.createdAt), asc(entryAlias.key))

/** When and how often this was asked; the newest known date first. */
export const listEncounters = (entryId: string) =>
  database()
    .select({ times: encounter.times, askedOn: encounter.askedOn, precision: encounter.precision })
    .from(encounter)
    .where(
      and(sql`${encounter.entryId} in ${countedAs(sql`${entryId}::uuid`)}`, isNull(encounter.retractedAt)),
    )
    .orderBy(sql`${encounter.askedOn} desc nulls last`)

/** Where the texts say that they come from. */
export const listSources = (revisionIds: string[]) =>
  database()
    .selectDistinct({ target: revisionLink.target, label: revisionLink.label })
    .from(revisionLink)
    .where(
      and(
        inArray(revisionLink.revisionId, revisionIds),
        eq(revisionLink.isSource, true),
        isNull(revisionLink.problem),
      ),
    )

/** The question that bears this title now, or is also found under it; what `[[title]]` leads to. */
export async function findEntryByTitle(title: string) {
  const named = sql`lower(${title})`
  const [byTitle] = await database()
    .select({ shortId: entry.shortId, title: revision.title })
    .from(revision)
    .innerJoin(entry, eq(entry.headRevisionId, revision.id))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(
      and(
        isNotNull(revision.entryId),
        eq(sql`lower(${revision.title})`, named),
        isNull(entry.trashedAt),
        isNull(note.trashedAt),
      ),
    )
    .orderBy(desc(eq(revision.title, title)), asc(entry.createdAt))
    .limit(1)
  if (byTitle) return byTitle
  const [byAlias] = await database()
    .select({ shortId: entry.shortId, title: revision.title })
    .from(entryAlias)
    .innerJoin(entry, eq(entry.id, entryAlias.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(and(eq(sql`lower(${entryAlias.alias})`, named), isNull(entry.trashedAt), isNull(note.trashedAt)))
    .orderBy(asc(entryAlias.createdAt))
    .limit(1)
  return byAlias
}
