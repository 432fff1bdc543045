import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, shortId } from '../columns.ts'
import { answer, entry } from './entries.ts'
import { person } from './people.ts'
import { revision } from './revisions.ts'

export const correctionKinds = [
  'typo',
  'format',
  'fact',
  'outdated',
  'code',
  'dead_link',
  'misplaced',
  'addition',
  'duplicate',
] as const
export const correctionStates = ['open', 'accepted', 'rejected', 'withdrawn', 'superseded'] as const
export const reportKinds = ['wrong', 'outdated', 'unclear', 'dead_link'] as const
export const rejectionReasons = [
  'already_right',
  'no_improvement',
  'needs_source',
  'out_of_scope',
  'duplicate',
] as const
export const correctionSteps = [
  'accepted',
  'accepted_part',
  'rejected',
  'withdrawn',
  'superseded',
  'reopened',
  'undone',
  'confirmed',
] as const
export const confirmations = ['matches', 'reversed', 'incomplete'] as const

/** What backs a claim: a link, a standard ("RFC 9293"), or what running it printed. */
export type Evidence =
  | { kind: 'link'; url: string }
  | { kind: 'standard'; name: string }
  | { kind: 'ran'; command: string; output: string }

/** A passage of a revision by its words and what stands around them, never by offset. */
export type Passage = { quote: string; prefix: string; suffix: string }

/** "This is wrong, outdated, unclear" about a passage, without a text to replace it; closed when its corrections are decided. */
export const report = pgTable(
  'report',
  {
    id: id(),
    shortId: shortId(),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    kind: text('kind', { enum: reportKinds }).notNull(),
    passage: jsonb('passage').$type<Passage>().notNull(),
    why: text('why').notNull().default(''),
    evidence: jsonb('evidence').$type<Evidence[]>().notNull().default([]),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    closedBy: uuid('closed_by').references(() => person.id),
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    index('report_of_entry').on(t.entryId),
    index('report_of_answer').on(t.answerId),
    index('report_open').on(t.createdAt).where(sql`${t.closedAt} is null`),
    index('report_of_author').on(t.authorId, t.createdAt),
    check('report_target', sql`num_nonnulls(${t.entryId}, ${t.answerId}) = 1`),
    check('report_kind', sql`${t.kind} in ('wrong', 'outdated', 'unclear', 'dead_link')`),
    check('report_size', sql`octet_length(${t.why}) <= 5120 and octet_length(${t.reason}) <= 5120`),
  ],
)

/** A proposed change to a text. What it says is its newest `correction_rev`; what happened to it are its steps. */
export const correction = pgTable(
  'correction',
  {
    id: id(),
    shortId: shortId(),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    kind: text('kind', { enum: correctionKinds }).notNull(),
    state: text('state', { enum: correctionStates }).notNull().default('open'),
    /** The number of the newest rev: what a decision must have seen. */
    rev: integer('rev').notNull().default(1),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    reportId: uuid('report_id').references(() => report.id),
    /** The accepted correction whose claim was found again in this text. */
    spreadFromId: uuid('spread_from_id').references((): AnyPgColumn => correction.id),
    /** The rejected one that this takes up again. */
    followsId: uuid('follows_id').references((): AnyPgColumn => correction.id),
    createdAt: createdAt(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('correction_one_open_per_entry')
      .on(t.authorId, t.entryId)
      .where(sql`${t.state} = 'open' and ${t.entryId} is not null`),
    uniqueIndex('correction_one_open_per_answer')
      .on(t.authorId, t.answerId)
      .where(sql`${t.state} = 'open' and ${t.answerId} is not null`),
    index('correction_of_entry').on(t.entryId),
    index('correction_of_answer').on(t.answerId),
    index('correction_queue').on(t.createdAt).where(sql`${t.state} = 'open'`),
    index('correction_of_author').on(t.authorId, t.createdAt),
    index('correction_of_report').on(t.reportId).where(sql`${t.reportId} is not null`),
    index('correction_spread').on(t.spreadFromId).where(sql`${t.spreadFromId} is not null`),
    check('correction_target', sql`num_nonnulls(${t.entryId}, ${t.answerId}) = 1`),
    check(
      'correction_kind',
      sql`${t.kind} in ('typo', 'format', 'fact', 'outdated', 'code', 'dead_link', 'misplaced', 'addition', 'duplicate')`,
    ),
    check('correction_state', sql`${t.state} in ('open', 'accepted', 'rejected', 'withdrawn', 'superseded')`),
  ],
)

/** One wording of a correction, on the revision its writer saw; immutable. */
export const correctionRev = pgTable(
  'correction_rev',
  {
    correctionId: uuid('correction_id')
      .notNull()
      .references(() => correction.id),
    number: integer('number').notNull(),
    baseRevisionId: uuid('base_revision_id')
      .notNull()
      .references(() => revision.id),
    /** The whole text as it should be; with a title where the text is an entry's. */
    title: text('title'),
    markdown: text('markdown').notNull(),
    passage: jsonb('passage').$type<Passage>(),
    rationale: text('rationale').notNull().default(''),
    evidence: jsonb('evidence').$type<Evidence[]>().notNull().default([]),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.correctionId, t.number] }),
    check('correction_rev_number', sql`${t.number} >= 1`),
    check(
      'correction_rev_size',
      sql`octet_length(${t.markdown}) <= 262144 and octet_length(${t.rationale}) <= 5120`,
    ),
  ],
)

/** What happened to a correction, by whom and why; rows are never changed. */
export const correctionStep = pgTable(
  'correction_step',
  {
    id: id(),
    correctionId: uuid('correction_id')
      .notNull()
      .references(() => correction.id),
    kind: text('kind', { enum: correctionSteps }).notNull(),
    /** The rev and the head that the decider had before them. */
    rev: integer('rev').notNull(),
    headRevisionId: uuid('head_revision_id')
      .notNull()
      .references(() => revision.id),
    /** The revision that a decision made, or that already says it. */
    resultRevisionId: uuid('result_revision_id').references(() => revision.id),
    rejection: text('rejection', { enum: rejectionReasons }),
    duplicateOfId: uuid('duplicate_of_id').references(() => correction.id),
    confirmation: text('confirmation', { enum: confirmations }),
    reason: text('reason').notNull().default(''),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => person.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('correction_step_of').on(t.correctionId, t.at),
    index('correction_step_result').on(t.resultRevisionId).where(sql`${t.resultRevisionId} is not null`),
    index('correction_step_actor').on(t.actorId, t.at),
    check(
      'correction_step_kind',
      sql`${t.kind} in ('accepted', 'accepted_part', 'rejected', 'withdrawn', 'superseded', 'reopened', 'undone', 'confirmed')`,
    ),
    check('correction_step_rejection', sql`(${t.kind} = 'rejected') = (${t.rejection} is not null)`),
    check('correction_step_confirmation', sql`(${t.kind} = 'confirmed') = (${t.confirmation} is not null)`),
    check('correction_step_reason', sql`octet_length(${t.reason}) <= 5120`),
  ],
)

/** Whoever says the same as somebody's rev: two make the quorum for typos, and later ones are credited. */
export const correctionSupport = pgTable(
  'correction_support',
  {
    correctionId: uuid('correction_id')
      .notNull()
      .references(() => correction.id),
    rev: integer('rev').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.correctionId, t.rev, t.personId] })],
)
