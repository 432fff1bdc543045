import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { searchCount } from '#db/schema/search-counts'
import { mayRead } from '#lib/auth/policy'
import { throttle } from '#lib/auth/throttle'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { parseOperators } from './operators.ts'
import { nameOf } from './small-words.ts'

const longest = 100
const daysKept = 90

/** A search that somebody meant: it stood for a second, was sent, or one of its results was followed. */
export const SeenSearch = z.object({
  q: z.string().max(400),
  total: z.number().int().min(0).max(1000),
  /** Hits lack some of the words. */
  relaxed: z.boolean().default(false),
  /** Told before: only what was followed is new. */
  again: z.boolean().default(false),
  /** The place of the result that was followed, from 1. */
  rank: z.number().int().min(1).max(1000).optional(),
})
export type SeenSearch = z.infer<typeof SeenSearch>

/**
 * Counts a search; keeps neither who made it nor from where (`address` is for the throttle alone). What is narrowed by filters or says
 * nothing is not counted, for it does not tell what is missing. Throws Refusal: forbidden, too-many.
 */
export async function countSearch(viewer: Viewer, seen: SeenSearch, address: string): Promise<void> {
  if (!mayRead(viewer)) throw new Refusal('forbidden', 'Sign in to search this wiki.')
  const { q, operators, open } = parseOperators(seen.q)
  const query = [
    ...q
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
  const key = nameOf(query)
  if (operators.length > 0 || open || [...key].length < 2) return
  await throttle('seen', address)
  const added = {
    count: seen.again ? 0 : 1,
    clicks: seen.rank === undefined ? 0 : 1,
    rankSum: seen.rank ?? 0,
  }
  const results = seen.total === 0 ? 'none' : seen.relaxed ? 'partly' : 'found'
  await database()
    .insert(searchCount)
    .values({ day: sql`current_date`, key, results, query, ...added })
    .onConflictDoUpdate({
      target: [searchCount.day, searchCount.key, searchCount.results],
      set: {
        query,
        count: sql`${searchCount.count} + ${added.count}`,
        clicks: sql`${searchCount.clicks} + ${added.clicks}`,
        rankSum: sql`${searchCount.rankSum} + ${added.rankSum}`,
      },
    })
  await forgetOld()
}

let forgotten = ''

/** Once a day and process. */
async function forgetOld(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  if (forgotten === today) return
  forgotten = today
  await database().delete(searchCount).where(sql`${searchCount.day} < current_date - ${daysKept}::int`)
}
