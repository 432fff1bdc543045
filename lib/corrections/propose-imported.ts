import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { revision } from '#db/schema/revisions'
import type { Subject } from '#lib/entries/append-revision'
import { announceCorrection } from './announce.ts'
import type { Target } from './input.ts'
import { insertCorrection, insertRev } from './insert-correction.ts'
import { listOpenOf } from './require-correction.ts'
import { requireTarget } from './require-target.ts'

type Text = { title: string | null; markdown: string }
type Imported = {
  importerId: string
  /** Of which file, and which version of it. */
  fileName: string
  number: number
  /** What it says where people had changed the same sentences, with what the older file said. */
  conflicts: { subject: Subject; base: Text; theirs: Text; headRevisionId: string }[]
}

/**
 * Keeps what a newer file says beside texts that people had changed in the same place: open corrections by the importer, in the
 * import's transaction, for somebody to bring together. Sections have no corrections.
 */
export async function proposeImported(
  tx: Transaction,
  { importerId, conflicts, ...file }: Imported,
): Promise<void> {
  for (const { subject, base, theirs, headRevisionId } of conflicts) {
    if (subject.kind === 'section') continue
    const target: Target = { kind: subject.kind, id: subject.id }
    const head = await requireTarget(tx, target)
    const wording = {
      baseRevisionId: (await findOlder(tx, target, base)) ?? headRevisionId,
      title: theirs.title,
      markdown: theirs.markdown,
      passage: null,
      rationale: `${file.fileName}, ${file.number}`,
      evidence: [],
      authorId: importerId,
    }
    const own = (await listOpenOf(tx, target)).find(({ authorId }) => authorId === importerId)
    const made =
      own ?? (await insertCorrection(tx, { target, kind: 'addition', authorId: importerId }, wording))
    if (own) await insertRev(tx, { id: own.id }, wording)
    if (!made) continue
    await announceCorrection(tx, head, {
      actorId: importerId,
      action: own ? 'correction.amend' : 'correction.propose',
      objectId: made.id,
      detail: file,
    })
  }
}

/** The newest revision that says what the older file said: the base on which the newer file is a change. */
async function findOlder(tx: Transaction, { kind, id }: Target, base: Text): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: revision.id })
    .from(revision)
    .where(
      and(
        eq(kind === 'entry' ? revision.entryId : revision.answerId, id),
        eq(revision.markdown, base.markdown),
      ),
    )
    .orderBy(desc(revision.number))
    .limit(1)
  return row?.id
}
