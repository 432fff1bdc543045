import { driver } from '#db/client'
import type { EntryState } from '#db/entry-state'
import type { Viewer } from '#lib/auth/viewer'
import { findCandidates, likeness, namesIn } from './candidates.ts'
import { listHits } from './hits.ts'

/** A question that reads well next to another. */
export type Related = {
  id: string
  shortId: string
  title: string
  state: EntryState
  note: { id: string; title: string }
}

const most = 5
/** A title that shares this much with ours (Dice's coefficient of their tokens, with a little for each shared tag) is about the same thing. */
const enough = 0.4
const perTag = 0.1
const mostForTags = 0.2

/**
 * Questions about the same thing as this one, the nearest first, at most five and often none: found by the engine with the words of
 * the title and the tags, kept where the titles have enough in common. Reads what this viewer may see, as the tables have it now.
 */
export async function listRelated(
  viewer: Viewer,
  { id, title, tags }: { id: string; title: string; tags: string[] },
): Promise<Related[]> {
  const ids = (await findCandidates(title, tags)).filter((other) => other !== id)
  const [rows, shared] = await Promise.all([listHits(viewer, ids), countSharedTags(id, ids)])
  const words = namesIn(title)
  return [...rows.values()]
    .map((row) => ({ row, score: likeness(words, namesIn(row.title)) + forTags(shared.get(row.id) ?? 0) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score || (a.row.shortId < b.row.shortId ? -1 : 1))
    .slice(0, most)
    .map(({ row }) => ({
      id: row.id,
      shortId: row.shortId,
      title: row.title,
      state: row.state,
      note: row.note,
    }))
}

async function countSharedTags(id: string, others: string[]): Promise<Map<string, number>> {
  const rows = await driver()<{ id: string; shared: number }[]>`
    select entry_id as id, count(*)::int as shared from entry_tag
    where entry_id = any(${others}::uuid[]) and tag_id in (select tag_id from entry_tag where entry_id = ${id})
    group by entry_id`
  return new Map(rows.map((row) => [row.id, row.shared]))
}

const forTags = (shared: number): number => Math.min(mostForTags, shared * perTag)
