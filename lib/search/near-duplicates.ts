import { inArray } from 'drizzle-orm'
import { database } from '#db/client'
import type { EntryState } from '#db/entry-state'
import { entryAlias } from '#db/schema/entries'
import type { Viewer } from '#lib/auth/viewer'
import { similarity } from '#lib/text/similarity'
import { findCandidates, likeness, namesIn } from './candidates.ts'
import { listHits } from './hits.ts'
import { nameOf } from './small-words.ts'

/** A question that may ask what a new one asks. */
export type NearDuplicate = {
  id: string
  shortId: string
  title: string
  state: EntryState
  note: { title: string }
  /** So near that it is most likely the same question. */
  isSame: boolean
}

const most = 5
/** Shares this much with the new title (see `likeness`) and is worth a look. */
const enough = 0.35
/** Dice's coefficient over pairs of neighbouring letters without small words: from here on two titles differ in a letter or two. */
const same = 0.86

/**
 * Questions near to this title, the nearest first, at most five: found by the engine, compared by title and other names. Reads what
 * this viewer may see, as the tables have it now.
 */
export async function listNearDuplicates(viewer: Viewer, title: string): Promise<NearDuplicate[]> {
  if (nameOf(title) === '') return []
  const ids = await findCandidates(title)
  const [rows, aliases] = await Promise.all([listHits(viewer, ids), listAliasesOf(ids)])
  return [...rows.values()]
    .map((row) => ({ row, ...nearness(title, [row.title, ...(aliases.get(row.id) ?? [])]) }))
    .filter(({ shared, alike }) => shared >= enough || alike >= same)
    .sort((a, b) => b.alike - a.alike || b.shared - a.shared || (a.row.shortId < b.row.shortId ? -1 : 1))
    .slice(0, most)
    .map(({ row: { id, shortId, title, state, note }, alike }) => ({
      id,
      shortId,
      title,
      state,
      note: { title: note.title },
      isSame: alike >= same,
    }))
}

async function listAliasesOf(ids: string[]): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>()
  if (ids.length === 0) return all
  const rows = await database()
    .select({ id: entryAlias.entryId, alias: entryAlias.alias })
    .from(entryAlias)
    .where(inArray(entryAlias.entryId, ids))
  for (const { id, alias } of rows) all.set(id, [...(all.get(id) ?? []), alias])
  return all
}

/** The best of a question's names: how much of the words it shares, and how alike it is letter by letter. */
function nearness(title: string, names: string[]): { shared: number; alike: number } {
  const ours = namesIn(title)
  return {
    shared: Math.max(...names.map((name) => likeness(ours, namesIn(name)))),
    alike: Math.max(...names.map((name) => similarity(nameOf(title), nameOf(name)))),
  }
}
