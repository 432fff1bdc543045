import { entryPath } from '#lib/entries/entry'
import { entryMarkdown } from '#lib/entries/entry-markdown'
import { listAliases, listAnswers, listEntryTags } from '#lib/entries/queries'
import { findEntryLines } from '#lib/notes/queries'
import { madeFrom } from '#lib/pages/tags'
import { requireEntry } from '../require-entry.ts'

/** The entry as Markdown with front matter; reached as `/entries/<slug>-<id>.md`. */
export async function GET(_: Request, { params }: { params: Promise<{ entry: string }> }): Promise<Response> {
  const entry = await requireEntry((await params).entry, '.md')
  madeFrom(`entry:${entry.id}`, `note:${entry.note.id}`)
  const [answers, aliases, tags, lines] = await Promise.all([
    listAnswers(entry.id),
    listAliases(entry.id),
    listEntryTags(entry.id),
    findEntryLines(entry.id),
  ])
  const text = entryMarkdown({
    entry,
    answers,
    aliases: aliases.map(({ alias }) => alias),
    tags: tags.map(({ name }) => name),
    source: lines && { note: entry.note.title, ...lines },
    url: entryPath(entry),
  })
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
}
