import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { type CheckedWith, verification } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { Line, Link, Note, ShortId } from './input.ts'
import { mayVerify } from './policy.ts'
import { requireAnswer } from './require-answer.ts'

const Checked = z.object({
  revisionId: z.uuid(),
  /** What it was checked against: "RFC 9293". */
  against: Line(200),
  /** Where that can be read. */
  link: Link.default(''),
  note: Note.default(''),
})
export const VerifyAnswer = Checked.extend({ answer: ShortId })
export const VerifyEntry = Checked.extend({ entry: ShortId })
type Checked = z.input<typeof Checked>

/** Says that somebody checked one version of an answer, against what. Said again it is one stamp. Throws Refusal: not-found, forbidden. */
export async function verifyAnswer(viewer: SignedIn, wanted: z.input<typeof VerifyAnswer>): Promise<void> {
  if (!mayVerify(viewer)) throw new Refusal('forbidden', 'You may not verify this.')
  await database().transaction(async (tx) => {
    const { id, entryId } = await requireAnswer(tx, wanted)
    await stamp(tx, viewer, { answerId: id }, entryId, wanted)
  })
}

/** The same of an entry's question and context. */
export async function verifyEntry(viewer: SignedIn, wanted: z.input<typeof VerifyEntry>): Promise<void> {
  if (!mayVerify(viewer)) throw new Refusal('forbidden', 'You may not verify this.')
  await database().transaction(async (tx) => {
    const [found] = await tx
      .select({ id: entry.id })
      .from(entry)
      .innerJoin(note, eq(note.id, entry.noteId))
      .innerJoin(revision, and(eq(revision.id, wanted.revisionId), eq(revision.entryId, entry.id)))
      .where(and(eq(entry.shortId, wanted.entry), isNull(entry.trashedAt), isNull(note.trashedAt)))
    if (!found) throw new Refusal('not-found', 'There is no such question, or no such version of it.')
    await stamp(tx, viewer, { entryId: found.id }, found.id, wanted)
  })
}

async function stamp(
  tx: Transaction,
  viewer: SignedIn,
  target: { answerId: string } | { entryId: string },
  entryId: string,
  { revisionId, against, link, note }: Checked,
): Promise<void> {
  const evidence: CheckedWith[] = [
    ...(link ? [{ kind: 'link' as const, url: link }] : []),
    ...(note ? [{ kind: 'note' as const, text: note }] : []),
  ]
  // The lock puts the same stamp sent twice one after the other.
  await tx.select({ id: entry.id }).from(entry).where(eq(entry.id, entryId)).for('no key update')
  const [same] = await tx
    .select({ id: verification.id })
    .from(verification)
    .where(
      and(
        eq(verification.revisionId, revisionId),
        eq(verification.personId, viewer.id),
        eq(verification.against, against),
        eq(verification.evidence, evidence),
        isNull(verification.withdrawnAt),
      ),
    )
  if (same) return
  const [made] = await tx
    .insert(verification)
    .values({ ...target, revisionId, personId: viewer.id, against, evidence })
    .returning({ id: verification.id })
  await recordEvent(tx, {
    actorId: viewer.id,
    action: 'text.verify',
    objectKind: 'verification',
    objectId: made!.id,
    detail: { revisionId },
  })
  await dropPages(tx, [`entry:${entryId}`])
}
