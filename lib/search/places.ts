import { driver } from '#db/client'
import { maySeePeople } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { fold } from '#lib/text/fold'
import { slugOf } from '#lib/text/slug'

/** A note or a tag to go to: how many living questions it has. */
export type Place = { name: string; url: string; entries: number }

const most = 4

/** Notes whose title has this in it, those that begin with it first. Empty ones are left out. */
export async function listNotesNamed(text: string): Promise<Place[]> {
  const name = wanted(text)
  const rows = await driver()<{ shortId: string; name: string; entries: number }[]>`
    select short_id as "shortId", title as name, (
      select count(*)::int from search_doc
      where generation = (select generation from search_index where live) and space = named.short_id) as entries
    from (
      select short_id, title, position, low from note, lower(normalize(title, NFKC)) as low
      where trashed_at is null and strpos(low, ${name}) > 0
        and exists (select 1 from entry where note_id = note.id and trashed_at is null)
      order by not starts_with(low, ${name}), position, title limit ${most}
    ) as named
    order by not starts_with(low, ${name}), position, title`
  return rows.map(({ shortId, ...place }) => ({
    ...place,
    url: `/notes/${encodeURIComponent(`${slugOf(place.name)}-${shortId}`)}`,
  }))
}

/** Tags that begin with this, then those that have it in them, the most used first. Only what stands on a question that can be read. */
export async function listTagsNamed(text: string): Promise<Place[]> {
  const name = wanted(text)
  const rows = await driver()<{ name: string; entries: number }[]>`
    select tag.name, living.entries from tag,
      lateral (
        select count(*)::int as entries from entry_tag
        join entry on entry.id = entry_tag.entry_id and entry.trashed_at is null
        join note on note.id = entry.note_id and note.trashed_at is null
        where entry_tag.tag_id = tag.id) as living
    where strpos(tag.key, ${name}) > 0 and living.entries > 0
    order by not starts_with(tag.key, ${name}), living.entries desc, tag.key limit ${most}`
  return rows.map((place) => ({ ...place, url: `/tags/${encodeURIComponent(place.name)}` }))
}

/** People whose name has this in it, those whose name begins with it first; nobody who may not take part any more. */
export async function listPeopleNamed(viewer: Viewer, text: string): Promise<string[]> {
  const name = wanted(text)
  if (!maySeePeople(viewer) || name === '') return []
  const rows = await driver()<{ name: string }[]>`
    select name from person, lower(normalize(name, NFKC)) as low
    where kind = 'person' and suspended_at is null and strpos(low, ${name}) > 0
    group by name, low order by not starts_with(low, ${name}), name limit ${most}`
  return rows.map(({ name }) => name)
}

const wanted = (text: string): string => fold(text).replaceAll('\0', '').trim()
