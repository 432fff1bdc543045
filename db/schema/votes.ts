import { sql } from 'drizzle-orm'
import {
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { answer, entry } from './entries.ts'
import { person } from './people.ts'
import { revision } from './revisions.ts'

/** What somebody thinks of an answer, and of which wording; no row is no opinion. */
export const vote = pgTable(
  'vote',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answer.id),
    value: smallint('value').notNull(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.answerId] }),
    index('vote_of_answer').on(t.answerId),
    check('vote_value', sql`${t.value} in (-1, 1)`),
  ],
)

/** The answer that editors put first, and the wording they meant. */
export const standardAnswer = pgTable(
  'standard_answer',
  {
    entryId: uuid('entry_id')
      .primaryKey()
      .references(() => entry.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answer.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    chosenBy: uuid('chosen_by')
      .notNull()
      .references(() => person.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('standard_answer_answer').on(t.answerId)],
)

/** A member thinks that an answer should be the standard one. It is open while neither it is that nor an editor declined. */
export const standardProposal = pgTable(
  'standard_proposal',
  {
    id: id(),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answer.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    declinedAt: timestamp('declined_at', { withTimezone: true }),
    declinedBy: uuid('declined_by').references(() => person.id),
  },
  (t) => [
    uniqueIndex('standard_proposal_one_open').on(t.answerId, t.personId).where(sql`${t.declinedAt} is null`),
    index('standard_proposal_open').on(t.createdAt).where(sql`${t.declinedAt} is null`),
  ],
)

/** Where that which a text was checked against can be read, and what whoever checked it has to say. */
export type CheckedWith = { kind: 'link'; url: string } | { kind: 'note'; text: string }

/** Somebody checked one revision, against what. */
export const verification = pgTable(
  'verification',
  {
    id: id(),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    against: text('against').notNull(),
    evidence: jsonb('evidence').$type<CheckedWith[]>().notNull().default([]),
    createdAt: createdAt(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (t) => [
    index('verification_of_answer').on(t.answerId, t.createdAt),
    index('verification_of_entry').on(t.entryId, t.createdAt),
    check('verification_target', sql`num_nonnulls(${t.entryId}, ${t.answerId}) = 1`),
    check('verification_against', sql`char_length(${t.against}) between 1 and 200`),
  ],
)
