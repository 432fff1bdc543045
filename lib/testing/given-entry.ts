import { v7 } from 'uuid'
import { database, type Transaction } from '#db/client'
import { entryAlias, entryTag, tag } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { requireImporter } from '#lib/auth/importer'
import { insertAnswers } from '#lib/entries/insert-answer'
import { insertEntries } from '#lib/entries/insert-entry'
import { insertSections } from '#lib/entries/insert-section'
import type { Rendered, Substance, TrustedHtml } from '#lib/rendering/rendered'

/** An empty note. */
export async function givenNote(title = '笔记'): Promise<{ id: string; shortId: string }> {
  const { id: createdBy } = await requireImporter()
  const [row] = await database()
    .insert(note)
    .values({ title, createdBy })
    .returning({ id: note.id, shortId: note.shortId })
  return row!
}

export type EntryGiven = {
  title: string
  noteId: string
  context?: string
  answers?: { markdown: string; substance?: Substance }[]
  section?: string
  aliases?: string[]
  tags?: string[]
}

/** A question with its answers as the verbs would leave it, in the caller's transaction; not indexed. Texts are not rendered. */
export async function givenEntry(
  tx: Transaction,
  given: EntryGiven,
): Promise<{ id: string; answerIds: string[] }> {
  const { id: authorId } = await requireImporter()
  const { noteId, title, section } = given
  const common = { noteId, kind: 'import' as const, authorId, position: 1 }
  const id = v7()
  const sectionId = section ? v7() : null
  if (section && sectionId)
    await insertSections(tx, [
      { ...common, id: sectionId, parentId: null, level: 1, title: section, text: textOf('') },
    ])
  await insertEntries(tx, [{ ...common, id, sectionId, title, context: textOf(given.context ?? '') }])
  const answers = (given.answers ?? []).map(({ markdown, substance }, position) => ({
    ...textOf(markdown, substance),
    id: v7(),
    entryId: id,
    position,
    origin: 'import' as const,
    authorId,
  }))
  if (answers.length > 0) await insertAnswers(tx, answers)
  for (const alias of given.aliases ?? [])
    await tx.insert(entryAlias).values({ entryId: id, key: alias, alias })
  for (const name of given.tags ?? []) {
    const tagId = v7()
    await tx.insert(tag).values({ id: tagId, key: name.toLowerCase(), name })
    await tx.insert(entryTag).values({ entryId: id, tagId })
  }
  return { id, answerIds: answers.map((one) => one.id) }
}

function textOf(markdown: string, substance: Substance = 'full'): { markdown: string; rendered: Rendered } {
  // Nothing is shown here, so nothing needs the pipeline.
  const html = '' as TrustedHtml
  return { markdown, rendered: { html, toc: [], links: [], substance, rendererVersion: 1 } }
}
