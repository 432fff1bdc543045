import { inArray, sql } from 'drizzle-orm'
import { database, driver } from '#db/client'
import { entry } from '#db/schema/entries'
import { profileOfText, readable, type TextProfile } from './text-profile.ts'
import type { Question } from './title-index.ts'

/** The version of every question that is not in the trash, which grows with whatever of it is compared. */
export async function readVersions(): Promise<Map<string, number>> {
  const rows = await driver()<{ id: string; version: number }[]>`
    select entry.id, version from entry join note on note.id = entry.note_id where entry.trashed_at is null and note.trashed_at is null`
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** These questions with their other names and their sections: about 1 MB for 10,000. */
export async function readQuestions(ids: string[]): Promise<Question[]> {
  return driver()<Question[]>`
    select entry.id, head.title, coalesce(entry.section_id, entry.note_id) as "sectionId", coalesce(above.title, '') as section,
      array(select alias from entry_alias where entry_id = entry.id order by key) as aliases
    from unnest(${ids}::uuid[]) wanted
      join entry on entry.id = wanted
      join revision head on head.id = entry.head_revision_id
      left join section on section.id = entry.section_id
      left join revision above on above.id = section.head_revision_id`
}

/** What the texts of these entries mention: the question's own and its answers', the beginning of each. */
export async function readTextProfiles(ids: string[]): Promise<Map<string, TextProfile>> {
  if (ids.length === 0) return new Map()
  const rows = await database().execute<{ id: string; markdown: string }>(sql`
    select entry.id, concat_ws(E'\n\n', left(head.markdown, ${readable}), (
      select string_agg(left(said.markdown, ${readable}), E'\n\n' order by answer.position, answer.id)
      from answer join revision said on said.id = answer.head_revision_id
      where answer.entry_id = entry.id and answer.trashed_at is null)) as markdown
    from entry join revision head on head.id = entry.head_revision_id
    where ${inArray(entry.id, ids)}`)
  return new Map(rows.map(({ id, markdown }) => [id, profileOfText(markdown)]))
}
