import { driver } from '#db/client'
import type { EntryState } from '#db/entry-state'
import type { Viewer } from '#lib/auth/viewer'
import { answer } from './answer.ts'
import { fold } from './fold.ts'
import { listHits } from './hits.ts'
import { withoutSmallWords } from './small-words.ts'
import { loadSynonyms } from './team-synonyms.ts'
import { runsOf, tokensOf } from './tokens.ts'

/** A question that reads well next to another. */
export type Related = {
  id: string
  shortId: string
  title: string
  state: EntryState
  note: { id: string; title: string }
}

const most = 5
const mostQueries = 5
const hitsEach = 12
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
  await loadSynonyms()
  const found = await Promise.all(queriesOf(title, tags).map(candidates))
  const ids = [...new Set(found.flat())].filter((other) => other !== id)
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

/** The whole title, then each stretch of one script in it, longest first, then the tags: our question itself has all its words, so the title alone would find little else. */
function queriesOf(title: string, tags: string[]): string[] {
  const core = withoutSmallWords(title)
  const runs = runsOf(fold(core))
    .map(({ text }) => text)
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length)
  return [...new Set([core, ...runs, ...tags].filter((text) => text !== ''))].slice(0, mostQueries)
}

async function candidates(q: string): Promise<string[]> {
  // The space ends the last word: nothing here is unfinished.
  const { found } = await answer({ q: `${q} `, limit: hitsEach, total: false, filter: { acl: ['public'] } })
  return found.hits.map(({ id }) => id)
}

async function countSharedTags(id: string, others: string[]): Promise<Map<string, number>> {
  const rows = await driver()<{ id: string; shared: number }[]>`
    select entry_id as id, count(*)::int as shared from entry_tag
    where entry_id = any(${others}::uuid[]) and tag_id in (select tag_id from entry_tag where entry_id = ${id})
    group by entry_id`
  return new Map(rows.map((row) => [row.id, row.shared]))
}

/** Pairs of Chinese and whole words; a single character says too little. */
const namesIn = (title: string): Set<string> =>
  new Set(
    tokensOf(withoutSmallWords(title))
      .map(({ text }) => text)
      .filter((text) => [...text].length > 1),
  )

function likeness(ours: Set<string>, theirs: Set<string>): number {
  if (ours.size + theirs.size === 0) return 0
  const shared = [...ours].filter((name) => theirs.has(name)).length
  return (2 * shared) / (ours.size + theirs.size)
}

const forTags = (shared: number): number => Math.min(mostForTags, shared * perTag)
