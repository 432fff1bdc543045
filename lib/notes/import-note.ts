import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { database, type Reader, type Transaction } from '#db/client'
import { readImageUrls } from '#lib/assets/image-urls'
import { type KeptImage, keepImage } from '#lib/assets/keep-image'
import { requireImporter } from '#lib/auth/importer'
import type { Viewer } from '#lib/auth/viewer'
import { proposeImported } from '#lib/corrections/propose-imported'
import { settleMany } from '#lib/corrections/settle-many'
import { Refusal } from '#lib/refusal'
import { announceImport, changedEntries } from './announce-import.ts'
import { decodeNote } from './decode.ts'
import { readEarlierTexts } from './earlier-texts.ts'
import { splitLines } from './lines.ts'
import { type Conflict, type Plan, planImport } from './plan-import.ts'
import { mayImport } from './policy.ts'
import { type LatestImport, listLatestImports } from './previous.ts'
import type { Proposal } from './proposal.ts'
import { proposeNote } from './propose.ts'
import { renderNoteText } from './render-note-text.ts'
import { renderPlan } from './render-plan.ts'
import { sameNoteAmong } from './same-note.ts'
import { type ImportFile, writeImport } from './write-import.ts'

export type NoteFile = {
  /** What the note is known by: another file of this name is a newer version of it. */
  fileName: string
  bytes: Buffer
  /** Fetches a picture that the note names; undefined where there is none. */
  readImage?: (target: string) => Promise<Buffer | undefined>
  noteTitle?: string
}

export type ImportResult = {
  noteId: string
  shortId: string
  /** Which version of the file this is, from 1. */
  number: number
  created: number
  changed: number
  unchanged: number
  conflicts: { line: number; title: string; kind: 'section' | 'entry' | 'answer' }[]
  /** Questions that the file no longer has and the note keeps. */
  vanished: string[]
}

const attempts = 3

/**
 * Brings a note's file in: a new note, or a newer version of one, merged with what people changed since. The same bytes again
 * change nothing. One transaction a file. Throws Refusal: forbidden, too-large, invalid, unreadable, conflict.
 */
export async function importNote(viewer: Viewer, file: NoteFile): Promise<ImportResult> {
  if (!mayImport(viewer) || viewer.id === null) throw new Refusal('forbidden', 'You may not import notes.')
  const { text, encoding, bom } = decodeNote(file.fileName, file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest()
  const stored = { fileName: file.fileName, bytes: file.bytes, sha256, encoding, bom }
  const proposal = proposeNote(
    file.fileName,
    splitLines(text).map((line) => line.text),
  )
  refuseTooLong(file.fileName, proposal)
  for (let attempt = 1; ; attempt++) {
    try {
      return await importOnce(viewer.id, stored, proposal, file)
    } catch (error) {
      // Someone saved or imported between reading and writing: look again.
      if (!(error instanceof Refusal && error.code === 'conflict') || attempt === attempts) throw error
    }
  }
}

const maxTextBytes = 256 * 1024

function refuseTooLong(fileName: string, { text, entries, sections }: Proposal): void {
  const texts = [
    { line: 1, text },
    ...entries.flatMap(({ line, context, answers }) =>
      [context, ...answers.map(({ markdown }) => markdown)].map((text) => ({ line, text })),
    ),
    ...sections.map(({ line, text }) => ({ line, text })),
  ]
  const long = texts.find(({ text }) => Buffer.byteLength(text) > maxTextBytes)
  if (long)
    throw new Refusal('too-large', `${fileName}: the text from line ${long.line} is larger than 256 KB.`, {
      fileName,
      line: long.line,
    })
}

async function importOnce(
  authorId: string,
  stored: ImportFile,
  proposal: Proposal,
  file: NoteFile,
): Promise<ImportResult> {
  const previous = await findPrevious(database(), stored, proposal)
  if (previous?.sha256.equals(stored.sha256)) return nothingChanged(previous, proposal)
  const earlier = previous && (await readEarlierTexts(database(), previous.noteId, previous.id))
  const plan = planImport(proposal, earlier)
  const images = await keepImages(proposal, file)
  const kept = previous ? await readImageUrls(database(), previous.noteId) : {}
  const found = Object.fromEntries([...images].map(([target, { url }]) => [target, url]))
  const urls = { ...kept, ...found }
  const rendered = await renderPlan(plan, urls)
  const noteId = previous?.noteId ?? v7()
  const text = await renderNoteText(noteId, proposal.text, urls)
  const note = { id: noteId, isNew: !previous, title: file.noteTitle ?? proposal.title }
  const number = (previous?.number ?? 0) + 1
  const { id: importerId } = await requireImporter()
  await database().transaction(async (tx) => {
    await lockName(tx, stored.fileName)
    if ((await findPrevious(tx, stored, proposal))?.id !== previous?.id)
      throw new Refusal('conflict', `${stored.fileName} was imported at the same time.`)
    const importId = await writeImport(tx, {
      note,
      file: stored,
      number,
      proposal,
      plan,
      rendered,
      text,
      images,
      authorId,
    })
    await announceImport(tx, authorId, note.id, importId, plan, number)
    await proposeImported(tx, { importerId, fileName: stored.fileName, number, conflicts: plan.conflicts })
  })
  await settleMany(plan.revisions.map(({ subject }) => subject))
  return resultOf(await shortIdOf(note.id), note.id, number, plan)
}

/** The import that this file is a newer version of: the same bytes, else the closest note of this file name. */
async function findPrevious(
  reader: Reader,
  { fileName, sha256 }: ImportFile,
  proposal: Proposal,
): Promise<LatestImport | null> {
  const candidates = await listLatestImports(reader, fileName, sha256)
  return (
    candidates.find((candidate) => candidate.sha256.equals(sha256)) ??
    (await sameNoteAmong(reader, candidates, proposal))
  )
}

function nothingChanged({ noteId, shortId, number }: LatestImport, { entries }: Proposal): ImportResult {
  return {
    noteId,
    shortId,
    number,
    created: 0,
    changed: 0,
    unchanged: entries.length,
    conflicts: [],
    vanished: [],
  }
}

async function keepImages({ images }: Proposal, { readImage }: NoteFile): Promise<Map<string, KeptImage>> {
  const kept = new Map<string, KeptImage>()
  for (const target of new Set(readImage ? images.map((image) => image.target) : [])) {
    const bytes = await readImage?.(target)
    const image = bytes && (await keepOrLeave(bytes))
    if (image) kept.set(target, image)
  }
  return kept
}

/** A file that is no picture stays missing on the page, which says so; it is no reason to refuse the note. */
async function keepOrLeave(bytes: Buffer): Promise<KeptImage | undefined> {
  try {
    return await keepImage(bytes)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const lockName = (tx: Transaction, fileName: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`note-import ${fileName}`}, 0))`)

async function shortIdOf(noteId: string): Promise<string> {
  const [row] = await database().execute<{ short_id: string }>(
    sql`select short_id from note where id = ${noteId}`,
  )
  return row!.short_id
}

function resultOf(shortId: string, noteId: string, number: number, plan: Plan): ImportResult {
  const created = plan.entries.filter(({ isNew }) => isNew).length
  const changed = changedEntries(plan).length
  const conflicts = plan.conflicts.map(({ line, title, subject }: Conflict) => ({
    line,
    title,
    kind: subject.kind,
  }))
  return {
    noteId,
    shortId,
    number,
    created,
    changed,
    unchanged: plan.entries.length - created - changed,
    conflicts,
    vanished: plan.vanished,
  }
}
