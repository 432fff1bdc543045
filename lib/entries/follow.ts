import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import { guest, type SignedIn, type Viewer } from '#lib/auth/viewer'
import { writingOn } from '#lib/live/channel'
import type { Source } from '#lib/live/stream'
import { Refusal } from '#lib/refusal'
import type { Subject } from './append-revision.ts'
import { findActivity, findAnswering } from './editing-queries.ts'
import { findText } from './find-text.ts'

/** Which version each text of an entry's page is at, by short id; what anybody who reads the page sees on it. */
export type PageVersions = {
  texts: { shortId: string; kind: 'entry' | 'answer'; number: number; author: string }[]
}

/** What happens to the texts of a page while somebody reads it. Throws Refusal: not-found. */
export async function followPage(entryId: string, who: () => Promise<Viewer>): Promise<Source> {
  if (!(await findVersions(entryId))) throw new Refusal('not-found', 'There is no such entry.')
  return {
    topics: [`entry:${entryId}`],
    look: async () => (mayRead(await who()) ? findVersions(entryId) : undefined),
    // Where everybody may read, nothing about a reader can change.
    isPerishable: !mayRead(guest),
  }
}

/** What happens to a text while somebody edits it: its head, and who else is writing. Throws Refusal: not-found, forbidden. */
export async function followEditing(subject: Subject, who: () => Promise<SignedIn>): Promise<Source> {
  await findActivity(await who(), subject)
  const text = await findText(database(), subject)
  return writingSource(
    [
      text?.entryId ? `entry:${text.entryId}` : `note:${text?.noteId}`,
      writingOn(`${subject.kind}:${subject.id}`),
    ],
    async () => findActivity(await who(), subject),
  )
}

/** Who else is answering a question while somebody does. Throws Refusal: not-found, forbidden. */
export async function followAnswering(entryId: string, who: () => Promise<SignedIn>): Promise<Source> {
  await findAnswering(await who(), entryId)
  return writingSource([`entry:${entryId}`, writingOn(`new-answer:${entryId}`)], async () =>
    findAnswering(await who(), entryId),
  )
}

function writingSource(topics: string[], find: () => Promise<object>): Source {
  return {
    topics,
    look: async () => {
      try {
        return await find()
      } catch (error) {
        if (error instanceof Refusal) return undefined
        throw error
      }
    },
    // Whoever stopped writing is told by nobody, nor is the end of a session.
    isPerishable: true,
  }
}

/** Readers of one page hear of a change together: one look serves them all. Shorter than a stream waits once it was told (see lib/live/stream). */
const freshFor = 100
const looks = new Map<string, { at: number; versions: Promise<PageVersions | undefined> }>()

function findVersions(entryId: string): Promise<PageVersions | undefined> {
  const known = looks.get(entryId)
  if (known && performance.now() - known.at < freshFor) return known.versions
  const look = { at: performance.now(), versions: readVersions(entryId) }
  looks.set(entryId, look)
  const forget = () => looks.get(entryId) === look && looks.delete(entryId)
  look.versions.then(forget, forget)
  return look.versions
}

async function readVersions(entryId: string): Promise<PageVersions | undefined> {
  const db = database()
  const shown = { number: revision.number, author: person.name }
  const [question, answers] = await Promise.all([
    db
      .select({ ...shown, shortId: entry.shortId, kind: sql<'entry'>`'entry'` })
      .from(entry)
      .innerJoin(revision, eq(revision.id, entry.headRevisionId))
      .innerJoin(person, eq(person.id, revision.authorId))
      .where(and(eq(entry.id, entryId), isNull(entry.trashedAt))),
    db
      .select({ ...shown, shortId: answer.shortId, kind: sql<'answer'>`'answer'` })
      .from(answer)
      .innerJoin(revision, eq(revision.id, answer.headRevisionId))
      .innerJoin(person, eq(person.id, revision.authorId))
      .where(and(eq(answer.entryId, entryId), isNull(answer.trashedAt)))
      .orderBy(answer.position, answer.id),
  ])
  return question.length > 0 ? { texts: [...question, ...answers] } : undefined
}
