import { and, eq, isNull, max } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { tellNamed } from '#lib/notifications/tell-named'
import { Refusal } from '#lib/refusal'
import { listNearDuplicates } from '#lib/search/near-duplicates'
import { announceChange } from './announce.ts'
import { mostTags, tagKey } from './entry.ts'
import { forgetDraft } from './forget-draft.ts'
import { Markdown, Tag, Title } from './input.ts'
import { insertAnswer } from './insert-answer.ts'
import { insertEntry } from './insert-entry.ts'
import { holdTag, insertEntryTags } from './insert-tag.ts'
import { NearlySame } from './nearly-same.ts'
import { findOperation, keepOperation } from './operation.ts'
import { mayAnswer } from './policy.ts'
import { renderText } from './render-text.ts'

export const Ask = z.object({
  /** Made by the client, one a question: the same again is the same question. */
  operationId: z.uuid(),
  note: z.uuid(),
  /** None: at the top of the note, before its sections. */
  section: z.uuid().nullish().default(null),
  title: Title,
  context: Markdown.default(''),
  answer: Markdown.default(''),
  tags: z
    .array(Tag)
    .transform((names) => [...new Map(names.map((name) => [tagKey(name), name])).values()])
    .refine((names) => names.length <= mostTags)
    .default([]),
  /** Whoever asks has seen what is nearly the same. */
  anyway: z.boolean().default(false),
})
export type Ask = z.infer<typeof Ask>

/**
 * Puts a question at the end of a note or of one of its sections, with its first answer where one is given. Throws NearlySame where it
 * seems to be asked already, unless `anyway`; Refusal: forbidden, not-found.
 */
export async function ask(
  viewer: SignedIn,
  wanted: Ask,
): Promise<{ id: string; shortId: string; title: string }> {
  if (!mayAnswer(viewer)) throw new Refusal('forbidden', 'You may not ask here.')
  const [id, answerId] = [v7(), v7()]
  const texts = {
    context: await textOf(wanted.note, id, wanted.context),
    answer: wanted.answer.trim() === '' ? null : await textOf(wanted.note, answerId, wanted.answer),
  }
  const near = wanted.anyway ? [] : await listNearDuplicates(viewer, wanted.title)
  return database().transaction(async (tx) => {
    await lockPlace(tx, wanted)
    const earlier = await findOperation(tx, viewer, wanted.operationId)
    if (!earlier) {
      const same = near.filter(({ isSame }) => isSame)
      if (same.length > 0) throw new NearlySame(same)
      await write(tx, viewer, wanted, { id, answerId, ...texts })
    }
    const made = earlier?.entryId ?? id
    const [row] = await tx.select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, made))
    return { id: made, shortId: row?.shortId ?? '', title: wanted.title }
  })
}

const textOf = async (noteId: string, id: string, markdown: string) => ({
  markdown,
  rendered: await renderText(noteId, id, markdown),
})
type Text = Awaited<ReturnType<typeof textOf>>

/** The lock puts two questions asked at once one after the other. */
async function lockPlace(tx: Transaction, { note: noteId, section: sectionId }: Ask): Promise<void> {
  const [found] = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.id, noteId), isNull(note.trashedAt)))
    .for('update')
  if (!found) throw new Refusal('not-found', 'There is no such note.', { field: 'note' })
  if (!sectionId) return
  const [below] = await tx
    .select({ id: section.id })
    .from(section)
    .where(and(eq(section.id, sectionId), eq(section.noteId, noteId), isNull(section.trashedAt)))
    .for('share')
  if (!below) throw new Refusal('not-found', 'The note has no such section.', { field: 'section' })
}

type Made = { id: string; answerId: string; context: Text; answer: Text | null }

async function write(tx: Transaction, viewer: SignedIn, wanted: Ask, made: Made): Promise<void> {
  const [last] = await tx
    .select({ position: max(entry.position) })
    .from(entry)
    .where(eq(entry.noteId, wanted.note))
  const { revisionId } = await insertEntry(tx, {
    id: made.id,
    noteId: wanted.note,
    sectionId: wanted.section,
    position: (last?.position ?? 0) + 1,
    title: wanted.title,
    context: made.context,
    kind: 'edit',
    authorId: viewer.id,
  })
  const own = { entryId: made.id, authorId: viewer.id, origin: 'person' as const }
  if (made.answer) await insertAnswer(tx, { id: made.answerId, position: 1, ...own, ...made.answer })
  await tagIt(tx, made.id, wanted.tags)
  await keepOperation(tx, viewer, wanted.operationId, revisionId)
  await forgetDraft(tx, viewer, `new-entry:${viewer.id}`)
  await announceChange(tx, {
    noteId: wanted.note,
    entryId: made.id,
    actorId: viewer.id,
    action: 'entry.ask',
    objectKind: 'entry',
    objectId: made.id,
  })
  const named = { actorId: viewer.id, entryId: made.id }
  await tellNamed(tx, { html: made.context.rendered.html, ...named })
  if (made.answer) await tellNamed(tx, { html: made.answer.rendered.html, answerId: made.answerId, ...named })
}

async function tagIt(tx: Transaction, entryId: string, names: string[]): Promise<void> {
  const ids: string[] = []
  // In one order for everyone, so that two transactions never wait for each other.
  for (const name of names.toSorted((a, b) => (tagKey(a) < tagKey(b) ? -1 : 1)))
    ids.push((await holdTag(tx, name)).id)
  await insertEntryTags(tx, entryId, ids)
}
