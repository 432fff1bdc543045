import { desc, eq, isNull, lt, or } from 'drizzle-orm'
import { database } from '#db/client'
import { noteImport, noteText } from '#db/schema/imports'
import { readImageUrls } from '#lib/assets/image-urls'
import { dropPages } from '#lib/pages/tags'
import { rendererVersion } from '#lib/rendering/rendered'
import { decodeNote } from './decode.ts'
import { splitLines } from './lines.ts'
import { proposeNote } from './propose.ts'
import { noteTextRow, renderNoteText } from './render-note-text.ts'

/** Renders what notes say before their first sections where an older program did so, or did not. Returns how many there were. */
export async function rerenderNoteTexts(): Promise<number> {
  const outdated = await listOutdated()
  for (const { importId, noteId, fileName } of outdated) {
    const markdown = await readNoteText(importId, fileName)
    const rendered = await renderNoteText(noteId, markdown, await readImageUrls(database(), noteId))
    const row = noteTextRow(importId, rendered)
    await database().transaction(async (tx) => {
      await tx.insert(noteText).values(row).onConflictDoUpdate({ target: noteText.importId, set: row })
      await dropPages(tx, [`note:${noteId}`])
    })
  }
  return outdated.length
}

/** Of the latest imports: an older one is shown nowhere. */
function listOutdated() {
  const latest = database()
    .selectDistinctOn([noteImport.noteId], {
      importId: noteImport.id,
      noteId: noteImport.noteId,
      fileName: noteImport.fileName,
    })
    .from(noteImport)
    .orderBy(noteImport.noteId, desc(noteImport.number))
    .as('latest')
  return database()
    .select({ importId: latest.importId, noteId: latest.noteId, fileName: latest.fileName })
    .from(latest)
    .leftJoin(noteText, eq(noteText.importId, latest.importId))
    .where(or(isNull(noteText.importId), lt(noteText.rendererVersion, rendererVersion)))
}

async function readNoteText(importId: string, fileName: string): Promise<string> {
  const [file] = await database()
    .select({ bytes: noteImport.bytes })
    .from(noteImport)
    .where(eq(noteImport.id, importId))
  const { text } = decodeNote(fileName, file?.bytes ?? Buffer.alloc(0))
  const lines = splitLines(text).map((line) => line.text)
  return proposeNote(fileName, lines).text
}
