import { desc, eq, inArray } from 'drizzle-orm'
import { database } from '#db/client'
import { entryAlias, entryTag, tag } from '#db/schema/entries'
import { noteImport } from '#db/schema/imports'
import { note } from '#db/schema/notes'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { composeReadably } from './compose-readably.ts'
import { decodeNote, encodeNote } from './decode.ts'
import { type EarlierTexts, readEarlierTexts } from './earlier-texts.ts'
import { withoutQuestions } from './heading-mark.ts'
import { joinLines, splitLines, usualEnding } from './lines.ts'
import { mayExport } from './policy.ts'
import { listEverInFile, readTexts } from './previous.ts'
import type { Extras } from './written-anew.ts'

/**
 * A note as a file: the bytes that came in where nothing was changed, else only the changed lines differ, in the encoding and with
 * the line ends of the file. Throws Refusal: forbidden, not-found, invalid (a letter that the file's encoding lacks).
 */
export async function exportNote(
  viewer: Viewer,
  noteId: string,
): Promise<{ fileName: string; bytes: Buffer }> {
  if (!mayExport(viewer)) throw new Refusal('forbidden', 'You may not export notes.')
  const [found] = await database().select({ title: note.title }).from(note).where(eq(note.id, noteId))
  if (!found) throw new Refusal('not-found', 'There is no such note.')
  const [last] = await database()
    .select({ id: noteImport.id, fileName: noteImport.fileName, bytes: noteImport.bytes })
    .from(noteImport)
    .where(eq(noteImport.noteId, noteId))
    .orderBy(desc(noteImport.number))
    .limit(1)
  if (!last) return { fileName: `${found.title}.md`, bytes: await newFile(noteId, found.title) }
  const decoded = decodeNote(last.fileName, last.bytes)
  const lines = splitLines(decoded.text)
  const now = await readEarlierTexts(database(), noteId, last.id)
  const composed = composeReadably({
    now,
    file: lines,
    fileName: last.fileName,
    ending: usualEnding(lines),
    extras: await extrasOf(now),
    vanished: await vanishedFrom(noteId, now),
  })
  const text = joinLines(composed)
  return {
    fileName: last.fileName,
    bytes: text === decoded.text ? last.bytes : encodeNote({ ...decoded, text }),
  }
}

/** A note that never was a file. */
async function newFile(noteId: string, title: string): Promise<Buffer> {
  const texts = await readTexts(database(), noteId)
  const isEmpty = texts.entries.every(({ trashed }) => trashed)
  const heading = [`# ${title}`, ...(isEmpty ? ['', withoutQuestions] : [])]
  const now: EarlierTexts = {
    ...texts,
    inFile: new Map(),
    lines: heading,
    pieces: [{ ...headingPiece, endLine: heading.length }],
  }
  const composed = composeReadably({
    now,
    file: heading.map((text) => ({ text, ending: '\n' })),
    fileName: `${title}.md`,
    ending: '\n',
    extras: await extrasOf(now),
    vanished: new Set(),
  })
  return encodeNote({ text: joinLines(composed), encoding: 'utf-8', bom: false })
}

const headingPiece: EarlierTexts['pieces'][number] = {
  kind: 'note_text',
  line: 1,
  endLine: 1,
  indent: 0,
  lead: 0,
  sectionId: null,
  entryId: null,
  answerId: null,
}

/** What earlier files had and the last one left out, and nobody has worked on since. */
async function vanishedFrom(
  noteId: string,
  { entries, sections, inFile }: EarlierTexts,
): Promise<Set<string>> {
  const gone = [...entries, ...sections].filter(
    ({ id, headKind }) => !inFile.has(id) && headKind === 'import',
  )
  const ever = gone.length > 0 ? await listEverInFile(database(), noteId) : new Set()
  return new Set(gone.flatMap(({ id }) => (ever.has(id) ? id : [])))
}

async function extrasOf({ entries }: EarlierTexts): Promise<Extras> {
  const ids = entries.filter(({ trashed }) => !trashed).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const aliases = await database()
    .select({ id: entryAlias.entryId, alias: entryAlias.alias })
    .from(entryAlias)
    .where(inArray(entryAlias.entryId, ids))
    .orderBy(entryAlias.key)
  const tags = await database()
    .select({ id: entryTag.entryId, name: tag.name })
    .from(entryTag)
    .innerJoin(tag, eq(tag.id, entryTag.tagId))
    .where(inArray(entryTag.entryId, ids))
    .orderBy(tag.key)
  return new Map(
    ids.map((id) => [
      id,
      {
        aliases: aliases.filter((row) => row.id === id).map(({ alias }) => alias),
        tags: tags.filter((row) => row.id === id).map(({ name }) => name),
      },
    ]),
  )
}
