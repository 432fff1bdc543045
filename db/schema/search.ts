import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { entry } from './entries.ts'

/** Entries whose document in an outside search engine is older than the entry: at most one row each. */
export const searchOutbox = pgTable('search_outbox', {
  entryId: uuid('entry_id')
    .primaryKey()
    .references(() => entry.id),
  /** Takes a new value with every change, so that an acknowledgement cannot remove a later one. */
  seq: bigint('seq', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
  nextAt: timestamp('next_at', { withTimezone: true }).notNull().defaultNow(),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  attempts: integer('attempts').notNull().default(0),
  problem: text('problem'),
})
