import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** How far an outside engine's index follows the entries: one row for each index that this or an earlier program filled. */
export const searchSync = pgTable('search_sync', {
  /** The index's name on the engine. */
  index: text('index').primaryKey(),
  /** Since when it has every entry; until then the embedded engine answers. */
  readyAt: timestamp('ready_at', { withTimezone: true }),
  reconciledAt: timestamp('reconciled_at', { withTimezone: true }),
  /** What the last reconciliation found: not there, of another version, without an entry. */
  lost: integer('lost').notNull().default(0),
  stale: integer('stale').notNull().default(0),
  ghosts: integer('ghosts').notNull().default(0),
  rebuildAskedAt: timestamp('rebuild_asked_at', { withTimezone: true }),
  /** Set while a rebuild is under way. */
  rebuildStartedAt: timestamp('rebuild_started_at', { withTimezone: true }),
  rebuildDone: integer('rebuild_done').notNull().default(0),
  rebuildTotal: integer('rebuild_total').notNull().default(0),
  rebuiltAt: timestamp('rebuilt_at', { withTimezone: true }),
})
