import { desc, eq, inArray } from 'drizzle-orm'
import { database } from '#db/client'
import { entryAlias, entryTag, tag } from '#db/schema/entries'
import { note, noteImport } from '#db/schema/notes'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { composeNote } from './compose.ts'
import { decodeNote, encodeNote } from './decode.ts'
import { type EarlierTexts, readEarlierTexts } from './earlier-texts.ts'
import type { Extras } from './entry-text.ts'
import { joinLines, type Line, splitLines, usualEnding } from './lines.ts'
import { mayExport } from './policy.ts'
import { readTexts } from './previous.ts'

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
  const composed = composeNote(now, lines, usualEnding(lines), await extrasOf(now))
  const text = joinLines(composed)
  return {
    fileName: last.fileName,
    bytes: text === decoded.text ? last.bytes : encodeNote({ ...decoded, text }),
  }
}

/** A note that never was a file. */
async function newFile(noteId: string, title: string): Promise<Buffer> {
  const now: EarlierTexts = {
    ...(await readTexts(database(), noteId)),
    inFile: new Map(),
    lines: [],
    pieces: [],
  }
  const heading: Line[] = [{ text: `# ${title}`, ending: '\n' }]
  const composed = composeNote(now, heading, '\n', await extrasOf(now))
  return encodeNote({ text: joinLines(composed), encoding: 'utf-8', bom: false })
}

async function extrasOf({ entries, inFile }: EarlierTexts): Promise<Extras> {
  const ids = entries.filter(({ id }) => !inFile.has(id)).map(({ id }) => id)
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
