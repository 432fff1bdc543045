import { z } from 'zod'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceChange } from './announce.ts'
import { appendRevision, type Subject } from './append-revision.ts'
import type { Text } from './find-text.ts'
import { renderText } from './render-text.ts'
import { requireEditable } from './require-editable.ts'
import { requireRevision } from './require-revision.ts'
import type { Saved } from './revise.ts'
import { undoneText } from './undone-text.ts'

export const Restore = z.object({
  kind: z.enum(['entry', 'answer', 'section']),
  id: z.uuid(),
  number: z.coerce.number().int().positive(),
  /** The head that was seen; another one by now is a conflict. */
  headId: z.uuid(),
})
export type Restore = z.infer<typeof Restore>

/** Makes an old version the newest one again, as a new revision. Throws Refusal: not-found, forbidden, conflict. */
export async function restore(viewer: SignedIn, wanted: Restore): Promise<Saved> {
  const { subject, head } = await requireHead(viewer, wanted)
  const old = await requireRevision(subject, wanted.number)
  return write(viewer, subject, head, old, { kind: 'restore', summary: `#${old.number}` })
}

/** Takes one revision back and keeps everything since (three-way). Throws Refusal: not-found, forbidden, conflict; Conflict. */
export async function undoRevision(viewer: SignedIn, wanted: Restore): Promise<Saved> {
  const { subject, head } = await requireHead(viewer, wanted)
  const text = await undoneText(subject, head, wanted.number)
  return write(viewer, subject, head, text, { kind: 'restore', summary: `−#${wanted.number}` })
}

async function requireHead(viewer: SignedIn, { kind, id, headId }: Restore) {
  const subject: Subject = { kind, id }
  const head = await requireEditable(viewer, subject)
  if (head.headId !== headId) throw new Refusal('conflict', 'This text has changed since you opened it.')
  return { subject, head }
}

async function write(
  viewer: SignedIn,
  subject: Subject,
  head: Text,
  { title, markdown }: { title: string | null; markdown: string },
  made: { kind: 'restore'; summary: string },
): Promise<Saved> {
  if (title === head.title && markdown === head.markdown)
    return { revisionId: head.headId, number: head.number, outcome: 'unchanged' }
  const rendered = await renderText(head.noteId, subject.id, markdown)
  return database().transaction(async (tx) => {
    const base = { id: head.headId, number: head.number }
    const revision = await appendRevision(tx, {
      subject,
      base,
      title,
      markdown,
      rendered,
      authorId: viewer.id,
      ...made,
    })
    await announceChange(tx, {
      noteId: head.noteId,
      entryId: head.entryId,
      actorId: viewer.id,
      action: `${subject.kind}.restore`,
      objectKind: subject.kind,
      objectId: subject.id,
      detail: { revisionId: revision.id },
    })
    return { revisionId: revision.id, number: revision.number, outcome: 'saved' }
  })
}
