import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** What was searched for on a day and what came of it: no person, no address. Kept for 90 days. */
export const searchCount = pgTable(
  'search_count',
  {
    day: date('day', { mode: 'string' }).notNull(),
    /** The query as names are compared, so that spellings of one question are counted together. */
    key: text('key').notNull(),
    results: text('results', { enum: ['none', 'partly', 'found'] }).notNull(),
    /** As it was typed last. */
    query: text('query').notNull(),
    count: integer('count').notNull().default(0),
    clicks: integer('clicks').notNull().default(0),
    /** Of the places of the results that were followed, from 1. */
    rankSum: integer('rank_sum').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.key, t.results] }),
    index('search_count_key').on(t.key),
    check('search_count_length', sql`char_length(${t.query}) between 1 and 100`),
  ],
)
