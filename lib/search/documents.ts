import { inArray, sql } from 'drizzle-orm'
import { timesAsked } from '#db/asked'
import type { Reader } from '#db/client'
import { entryStateOf } from '#db/entry-state'
import { entry } from '#db/schema/entries'
import type { SearchDoc } from './engine.ts'

type Row = {
  id: string
  version: number
  title: string
  aliases: string[]
  tags: string[]
  sections: string[]
  context: string
  answers: string[]
  space: string
  author: string
  state: string
  asked: number
  updatedAt: number
}

/** The documents of these entries as the tables have them now; what is in the trash, or whose note is, has none. */
export async function readDocs(reader: Reader, entryIds: string[]): Promise<SearchDoc[]> {
  const rows = await reader.execute<Row>(sql`
    select entry.id, entry.version, head.title, head.markdown as context,
      array(select alias from entry_alias where entry_id = entry.id order by key) as aliases,
      array(select tag.name from entry_tag join tag on tag.id = entry_tag.tag_id where entry_id = entry.id order by tag.key) as tags,
      array(
        with recursive above as (
          select id, parent_id, head_revision_id from section where id = entry.section_id
          union all select section.id, section.parent_id, section.head_revision_id from section join above on section.id = above.parent_id)
        select revision.title from above join revision on revision.id = above.head_revision_id) as sections,
      array(
        select revision.markdown from answer join revision on revision.id = answer.head_revision_id
        where answer.entry_id = entry.id and answer.trashed_at is null order by answer.position, answer.id) as answers,
      note.short_id as space, entry.created_by as author, ${entryStateOf(entry.id)} as state,
      ${timesAsked(entry.id)} as asked,
      extract(epoch from entry.changed_at)::float8 as "updatedAt"
    from entry join revision head on head.id = entry.head_revision_id join note on note.id = entry.note_id
    where ${inArray(entry.id, entryIds)} and entry.trashed_at is null and note.trashed_at is null`)
  return rows.map(docOf)
}

function docOf({ sections, context, answers, ...row }: Row): SearchDoc {
  const body = [context, ...answers].map(withoutData).join('\n\n')
  return {
    ...row,
    headings: [...sections, ...row.tags, ...headingsIn(body)].join('\n'),
    body,
    acl: ['public'],
  }
}

/** Pictures written into the text are letters without meaning. */
const withoutData = (markdown: string): string => markdown.replace(/\(data:[^)\s]{100,}\)/g, '()')

function headingsIn(markdown: string): string[] {
  let fenced = false
  return markdown.split('\n').flatMap((line) => {
    if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced
    return !fenced && /^\s{0,3}#{1,6}\s/.test(line) ? [line.replace(/^\s*#+\s+/, '')] : []
  })
}
