import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { findSharing } from '#lib/search/find-sharing'
import { correctedText, replacedSentences } from './claim-sentences.ts'
import type { CorrectionKind } from './correction.ts'
import type { Target } from './input.ts'
import type { Found } from './require-correction.ts'

/** Another text that says what a correction takes back, and what it should say. */
export type Claim = {
  target: Target
  entryId: string
  noteId: string
  headId: string
  title: string | null
  markdown: string
}

/** What a correction of these kinds takes back is wrong only where it stands. */
const local: CorrectionKind[] = ['misplaced', 'duplicate', 'format']
/** Entries whose texts are compared, and texts in which a claim is corrected at once. */
const compared = 40
const most = 20

/** Where else the sentences stand that a correction replaces, the same or nearly so, each text with its own correction. */
export async function findClaims(
  { kind, head, subject }: Pick<Found, 'kind' | 'head' | 'subject'>,
  text: { markdown: string },
): Promise<Claim[]> {
  const replaced = local.includes(kind) ? [] : replacedSentences(head.markdown, text.markdown)
  if (replaced.length === 0) return []
  const shared = await Promise.all(replaced.slice(0, 10).map(({ old }) => findSharing(old, compared)))
  const texts = await listHeads([...new Set(shared.flat().map(({ id }) => id))])
  return texts
    .filter(({ target }) => target.id !== subject.id)
    .flatMap((other) => {
      const markdown = correctedText(other.markdown, replaced)
      return markdown === null ? [] : [{ ...other, markdown }]
    })
    .slice(0, most)
}

/** The texts of entries and of their answers, as they stand. */
async function listHeads(entryIds: string[]): Promise<Claim[]> {
  if (entryIds.length === 0) return []
  const db = database()
  const columns = {
    noteId: entry.noteId,
    headId: revision.id,
    title: revision.title,
    markdown: revision.markdown,
  }
  const isLiving = and(inArray(entry.id, entryIds), isNull(entry.trashedAt))
  const rows = await unionAll(
    db
      .select({ entryId: entry.id, answerId: sql<string | null>`null::uuid`, ...columns })
      .from(entry)
      .innerJoin(revision, eq(revision.id, entry.headRevisionId))
      .where(isLiving),
    db
      .select({ entryId: entry.id, answerId: sql<string | null>`${answer.id}`, ...columns })
      .from(answer)
      .innerJoin(entry, eq(entry.id, answer.entryId))
      .innerJoin(revision, eq(revision.id, answer.headRevisionId))
      .where(and(isLiving, isNull(answer.trashedAt))),
  )
  return rows.map(({ answerId, ...row }) => ({
    ...row,
    target: answerId ? { kind: 'answer', id: answerId } : { kind: 'entry', id: row.entryId },
  }))
}
