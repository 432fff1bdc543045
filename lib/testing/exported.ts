import { database } from '#db/client'
import { requireImporter } from '#lib/auth/importer'
import { exportNote } from '#lib/notes/export-note'
import { importNote } from '#lib/notes/import-note'
import { readTexts } from '#lib/notes/previous'

/** The file that the wiki writes of a note. */
export const exported = async (noteId: string): Promise<string> =>
  (await exportNote(await requireImporter(), noteId)).bytes.toString()

/** Imports a file, for the first time or anew. */
export const again = async (fileName: string, text: string | Buffer) =>
  importNote(await requireImporter(), { fileName, bytes: Buffer.from(text) })

/** What importing an export says. */
export const nothingNew = { created: 0, changed: 0, conflicts: [], vanished: [] }

/** Everything readers see of a note, in the order in which they see it. */
export async function shown(noteId: string) {
  const { sections, entries, answers } = await readTexts(database(), noteId)
  const under = (parent: string | null): unknown[] => [
    ...entries
      .filter(({ sectionId, trashed }) => sectionId === parent && !trashed)
      .map(({ id, title, markdown }) => ({
        id,
        title,
        markdown,
        answers: answers
          .filter(({ entryId, trashed }) => entryId === id && !trashed)
          .map((answer) => answer.markdown),
      })),
    ...sections
      .filter(({ parentId, trashed }) => parentId === parent && !trashed)
      .map(({ id, title, markdown }) => ({ id, title, markdown, within: under(id) })),
  ]
  return under(null)
}
