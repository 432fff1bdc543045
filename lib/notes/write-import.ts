import { max, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { importConflict, noteImport, notePiece, noteText } from '#db/schema/imports'
import { asset, note, noteImage, section } from '#db/schema/notes'
import type { KeptImage } from '#lib/assets/keep-image'
import { appendRevisions } from '#lib/entries/append-revision'
import { insertEntries } from '#lib/entries/insert-entry'
import { insertSections } from '#lib/entries/insert-section'
import type { Rendered } from '#lib/rendering/rendered'
import type { Plan } from './plan-import.ts'
import type { Proposal } from './proposal.ts'
import { noteTextRow } from './render-note-text.ts'
import { renderedOf } from './render-plan.ts'
import { holdWaysOfAnswers, writeAnswers } from './write-answers.ts'
import { writeMetadata } from './write-metadata.ts'

export type ImportFile = { fileName: string; bytes: Buffer; sha256: Buffer; encoding: string; bom: boolean }
export type Import = {
  note: { id: string; isNew: boolean; title: string }
  file: ImportFile
  number: number
  proposal: Proposal
  plan: Plan
  /** Every text that will be written, rendered: by id of section, entry or answer. */
  rendered: Map<string, Rendered>
  /** What the note says before its first section. */
  text: Rendered
  images: Map<string, KeptImage>
  authorId: string
}

// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** Writes a planned import, in the transaction of the caller, who queues indexing, audit and page drops. Returns the import's id. */
export async function writeImport(tx: Transaction, work: Import): Promise<string> {
  const ways = await holdWaysOfAnswers(tx, work.plan)
  if (work.note.isNew) await insertNote(tx, work)
  const importId = await insertFile(tx, work)
  await writeSections(tx, work)
  await writeEntries(tx, work)
  await writeAnswers(tx, work, ways)
  await writeRevisions(tx, work)
  await writeMetadata(tx, work.plan.entries, work.authorId)
  await writePieces(tx, importId, work)
  await tx.insert(noteText).values(noteTextRow(importId, work.text))
  await writeImages(tx, work)
  await writeConflicts(tx, importId, work)
  return importId
}

async function insertNote(tx: Transaction, { note: { id, title }, authorId }: Import): Promise<void> {
  const [last] = await tx.select({ position: max(note.position) }).from(note)
  await tx.insert(note).values({ id, title, position: (last?.position ?? -1) + 1, createdBy: authorId })
}

async function insertFile(
  tx: Transaction,
  { note: { id }, number, file, authorId }: Import,
): Promise<string> {
  const [made] = await tx
    .insert(noteImport)
    .values({ noteId: id, number, ...file, importedBy: authorId })
    .returning({ id: noteImport.id })
  return made!.id
}

async function writeSections(tx: Transaction, work: Import): Promise<void> {
  const {
    note: { id: noteId },
    plan,
    authorId,
  } = work
  const positions = new Map(plan.sectionOrder.map((id, at) => [id, at]))
  await insertSections(
    tx,
    plan.sections
      .filter(({ isNew }) => isNew)
      .map(({ id, parentId, proposed }) => ({
        id,
        noteId,
        parentId,
        position: positions.get(id) ?? 0,
        level: proposed.level,
        title: proposed.title,
        text: { markdown: proposed.text, rendered: renderedOf(work.rendered, id) },
        rawHeading: proposed.rawHeading,
        kind: 'import' as const,
        authorId,
      })),
  )
  const known = new Map(plan.sections.filter(({ isNew }) => !isNew).map((planned) => [planned.id, planned]))
  const fresh = new Set(plan.sections.filter(({ isNew }) => isNew).map(({ id }) => id))
  const kept = plan.sectionOrder.filter((id) => !fresh.has(id))
  for (const id of kept) {
    const planned = known.get(id)
    await tx
      .update(section)
      .set({
        position: positions.get(id) ?? 0,
        ...(planned && {
          parentId: planned.parentId,
          level: planned.proposed.level,
          rawHeading: planned.proposed.rawHeading,
        }),
      })
      .where(sql`${section.id} = ${id}`)
  }
}

async function writeEntries(tx: Transaction, work: Import): Promise<void> {
  const {
    note: { id: noteId },
    plan,
    authorId,
  } = work
  const positions = new Map(plan.entryOrder.map((id, at) => [id, at]))
  const fresh = plan.entries.filter(({ isNew }) => isNew)
  await insertEntries(
    tx,
    fresh.map(({ id, sectionId, proposed }) => ({
      id,
      noteId,
      sectionId,
      position: positions.get(id) ?? 0,
      title: proposed.title,
      context: { markdown: proposed.context, rendered: renderedOf(work.rendered, id) },
      rawHeading: proposed.rawHeading,
      kind: 'import' as const,
      authorId,
    })),
  )
  await moveEntries(tx, noteId, plan, positions)
}

/** Puts questions that were there before where the file has them now, in one statement; what was moved to another note meanwhile stays there. */
async function moveEntries(
  tx: Transaction,
  noteId: string,
  plan: Plan,
  positions: Map<string, number>,
): Promise<void> {
  const planned = new Map(plan.entries.map((one) => [one.id, one]))
  const moved = plan.entryOrder.filter((id) => !planned.get(id)?.isNew)
  for (let from = 0; from < moved.length; from += batch) {
    const rows = moved.slice(from, from + batch).map((id) => {
      const now = planned.get(id)
      return sql`(${id}::uuid, ${positions.get(id) ?? 0}::integer, ${now !== undefined}::boolean, ${now?.sectionId ?? null}::uuid, ${now?.proposed.rawHeading ?? null}::text)`
    })
    await tx.execute(sql`
      update entry set position = moved.position,
        section_id = case when moved.in_file then moved.section_id else entry.section_id end,
        raw_heading = case when moved.in_file then moved.raw_heading else entry.raw_heading end
      from (values ${sql.join(rows, sql`, `)}) as moved (id, position, in_file, section_id, raw_heading)
      where ${entry.id} = moved.id and ${entry.noteId} = ${noteId}`)
  }
}

async function writeRevisions(tx: Transaction, work: Import): Promise<void> {
  await appendRevisions(
    tx,
    work.plan.revisions.map(({ subject, base, kind, text }) => ({
      subject,
      base,
      kind,
      ...text,
      rendered: renderedOf(work.rendered, subject.id),
      authorId: work.authorId,
    })),
  )
}

async function writePieces(tx: Transaction, importId: string, { proposal, plan }: Import): Promise<void> {
  const rows = proposal.pieces.map(
    ({ kind, line, endLine, indent, lead, section, entry, answer }, ordinal) => {
      const owner = entry === undefined ? undefined : plan.entries[entry]
      const answerId = answer === undefined ? undefined : owner?.answers[answer]?.id
      return {
        importId,
        ordinal,
        kind,
        line,
        endLine,
        indent,
        lead,
        sectionId: section === undefined ? null : (plan.sections[section]?.id ?? null),
        entryId: answerId ? null : (owner?.id ?? null),
        answerId: answerId ?? null,
      }
    },
  )
  for (let from = 0; from < rows.length; from += batch)
    await tx.insert(notePiece).values(rows.slice(from, from + batch))
}

async function writeImages(tx: Transaction, { images, note: { id: noteId } }: Import): Promise<void> {
  for (const [target, { sha256, mediaType, size }] of images) {
    await tx.insert(asset).values({ sha256, mediaType, size }).onConflictDoNothing()
    await tx.execute(sql`
      insert into ${noteImage} (note_id, target, asset_id)
      select ${noteId}::uuid, ${target}, id from ${asset} where sha256 = ${sha256}
      on conflict (note_id, target) do update set asset_id = excluded.asset_id`)
  }
}

async function writeConflicts(tx: Transaction, importId: string, { plan }: Import): Promise<void> {
  const rows = plan.conflicts.map(({ subject, base, theirs, headRevisionId }) => ({
    importId,
    [`${subject.kind}Id`]: subject.id,
    texts: { base, theirs, headRevisionId },
  }))
  if (rows.length > 0) await tx.insert(importConflict).values(rows)
}
