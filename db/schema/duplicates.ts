import { sql } from 'drizzle-orm'
import {
  check,
  index,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { entry } from './entries.ts'
import { person } from './people.ts'

/** Two entries that may ask the same, the smaller id first; a rejected pair is never offered again. */
export const duplicate = pgTable(
  'duplicate',
  {
    id: id(),
    firstId: uuid('first_id')
      .notNull()
      .references(() => entry.id),
    secondId: uuid('second_id')
      .notNull()
      .references(() => entry.id),
    state: text('state', { enum: ['proposed', 'confirmed', 'rejected'] })
      .notNull()
      .default('proposed'),
    /** How alike the system found them, 0 to 1; null where a person proposed it. */
    score: real('score'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (t) => [
    unique('duplicate_pair').on(t.firstId, t.secondId),
    index('duplicate_second').on(t.secondId),
    index('duplicate_proposed').on(t.score).where(sql`${t.state} = 'proposed'`),
    check('duplicate_order', sql`${t.firstId} < ${t.secondId}`),
    check('duplicate_state', sql`${t.state} in ('proposed', 'confirmed', 'rejected')`),
    check('duplicate_decided', sql`(${t.state} = 'proposed') = (${t.decidedAt} is null)`),
  ],
)

/** What a merge moved or added, so that unmerging can put exactly that back. */
export type MergeMoves = {
  answers: string[]
  /** Said of the question itself; absent where it was merged before these went along. */
  comments?: string[]
  encounters: string[]
  tags: string[]
  aliases: string[]
  watchers: string[]
  standardAnswer: { answerId: string; revisionId: string } | null
  /** What was thought of the pair before the merge said that it is one; null where nobody had thought of it. */
  pair?: 'proposed' | 'confirmed' | 'rejected' | null
}

/**
 * One entry merged into another. The merged one keeps its row and history; it is `trashed_at` for every list and search, and its
 * URL leads on. Undone, it is as it was.
 */
export const entryMerge = pgTable(
  'entry_merge',
  {
    id: id(),
    fromId: uuid('from_id')
      .notNull()
      .references(() => entry.id),
    intoId: uuid('into_id')
      .notNull()
      .references(() => entry.id),
    moves: jsonb('moves').$type<MergeMoves>().notNull(),
    mergedBy: uuid('merged_by')
      .notNull()
      .references(() => person.id),
    mergedAt: timestamp('merged_at', { withTimezone: true }).notNull().defaultNow(),
    undoneBy: uuid('undone_by').references(() => person.id),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('entry_merge_current').on(t.fromId).where(sql`${t.undoneAt} is null`),
    index('entry_merge_into').on(t.intoId),
    check('entry_merge_not_itself', sql`${t.fromId} <> ${t.intoId}`),
  ],
)
