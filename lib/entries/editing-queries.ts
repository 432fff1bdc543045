import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { readImageUrls } from '#lib/assets/image-urls'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { Subject } from './append-revision.ts'
import { findDraft, listOthersWriting } from './draft-queries.ts'
import { findText } from './find-text.ts'
import { mayAnswer, mayEdit } from './policy.ts'
import { findPlace } from './text-queries.ts'

/** A text with all that its editor needs: the head to stand on, one's own draft, the pictures of its note; undefined where there is none. */
export async function findTextToEdit(viewer: SignedIn, kind: 'entry' | 'answer', shortId: string) {
  const place = await findPlace(kind, shortId)
  const head = place && (await findText(database(), place.subject))
  if (!head || head.trashedAt) return undefined
  const isAllowed = mayEdit(viewer, head)
  const [draft, images] = isAllowed
    ? await Promise.all([
        findDraft(viewer, `${kind}:${place.subject.id}`),
        readImageUrls(database(), place.noteId),
      ])
    : [undefined, {}]
  const { headId, number, title, markdown } = head
  return { place, isAllowed, draft, images, head: { id: headId, number, title, markdown } }
}

/**
 * What happens to a text while somebody edits it: its head, and who else has been writing on it in the last two minutes.
 * Throws Refusal: not-found, forbidden.
 */
export async function findActivity(viewer: SignedIn, subject: Subject) {
  const head = await findText(database(), subject)
  if (!head || head.trashedAt) throw new Refusal('not-found', 'There is no such text.')
  if (!mayEdit(viewer, head)) throw new Refusal('forbidden', 'You may not edit this text.')
  const others = await listOthersWriting(viewer, `${subject.kind}:${subject.id}`)
  return { headId: head.headId, number: head.number, writing: others.map(({ name }) => name) }
}

/** Who else has been writing an answer to a question in the last two minutes. Throws Refusal: not-found, forbidden. */
export async function findAnswering(viewer: SignedIn, entryId: string) {
  if (!mayAnswer(viewer)) throw new Refusal('forbidden', 'You may not answer here.')
  const [question, others] = await Promise.all([
    findText(database(), { kind: 'entry', id: entryId }),
    listOthersWriting(viewer, `new-answer:${entryId}`),
  ])
  if (!question || question.trashedAt) throw new Refusal('not-found', 'There is no such question.')
  return { writing: others.map(({ name }) => name) }
}

/** Whose revisions of a text came after one, up to another, each name once. */
export async function listAuthorsBetween({ kind, id }: Subject, baseId: string, headNumber: number) {
  const column = { entry: revision.entryId, answer: revision.answerId, section: revision.sectionId }[kind]
  const db = database()
  const base = db.select({ number: revision.number }).from(revision).where(eq(revision.id, baseId))
  const rows = await db
    .selectDistinct({ name: person.name })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(and(eq(column, id), gt(revision.number, base), lte(revision.number, headNumber)))
    .orderBy(asc(person.name))
  return rows.map(({ name }) => name)
}
