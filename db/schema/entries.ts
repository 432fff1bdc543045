import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, shortId } from '../columns.ts'
import { note, section } from './notes.ts'
import { person } from './people.ts'

/** One question. Its title and context live in its head revision; its state is derived, never stored. */
export const entry = pgTable(
  'entry',
  {
    id: id(),
    shortId: shortId(),
    noteId: uuid('note_id')
      .notNull()
      .references(() => note.id),
    sectionId: uuid('section_id'),
    position: integer('position').notNull(),
    rawHeading: text('raw_heading'),
    // References revision (id, entry_id), deferred: added by hand in the guards migration.
    headRevisionId: uuid('head_revision_id').notNull(),
    /** Grows with every change to anything a reader of the entry sees. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    trashedAt: timestamp('trashed_at', { withTimezone: true }),
  },
  (t) => [
    foreignKey({
      columns: [t.sectionId, t.noteId],
      foreignColumns: [section.id, section.noteId],
      name: 'entry_section_same_note',
    }),
    index('entry_of_note').on(t.noteId, t.sectionId, t.position),
    index('entry_changed').on(t.changedAt),
    index('entry_trashed').on(t.trashedAt).where(sql`${t.trashedAt} is not null`),
  ],
)

/** One answer to an entry; its text lives in its head revision. */
export const answer = pgTable(
  'answer',
  {
    id: id(),
    shortId: shortId(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    position: integer('position').notNull(),
    origin: text('origin', { enum: ['import', 'person'] }).notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    // References revision (id, answer_id), deferred: added by hand in the guards migration.
    headRevisionId: uuid('head_revision_id').notNull(),
    createdAt: createdAt(),
    trashedAt: timestamp('trashed_at', { withTimezone: true }),
  },
  (t) => [
    index('answer_of_entry').on(t.entryId, t.position),
    check('answer_origin', sql`${t.origin} in ('import', 'person')`),
  ],
)

/** Another name under which an entry is found. */
export const entryAlias = pgTable(
  'entry_alias',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    key: text('key').notNull(),
    alias: text('alias').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.key] }),
    index('entry_alias_name').on(sql`lower(${t.alias})`),
    check('entry_alias_length', sql`char_length(${t.alias}) between 1 and 200`),
  ],
)

export const tag = pgTable(
  'tag',
  {
    id: id(),
    key: text('key').notNull().unique(),
    name: text('name').notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('tag_length', sql`char_length(${t.name}) between 1 and 50`)],
)

export const entryTag = pgTable(
  'entry_tag',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tag.id),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.tagId] }), index('entry_tag_tag').on(t.tagId)],
)

/** Someone was asked this: how often, and when as far as it is known. */
export const encounter = pgTable(
  'encounter',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    times: integer('times').notNull().default(1),
    askedOn: date('asked_on', { mode: 'string' }),
    precision: text('precision', { enum: ['day', 'month', 'year', 'unknown'] }).notNull(),
    company: text('company'),
    role: text('role'),
    round: text('round'),
    /** The mark as it stood in an imported heading; one row a mark. */
    mark: text('mark'),
    reportedBy: uuid('reported_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    /** Taken back by whoever reported it, or by an editor; no longer counted. */
    retractedAt: timestamp('retracted_at', { withTimezone: true }),
  },
  (t) => [
    unique('encounter_mark').on(t.entryId, t.mark),
    index('encounter_of_entry').on(t.entryId, t.askedOn),
    check(
      'encounter_words',
      sql`char_length(${t.company}) <= 80 and char_length(${t.role}) <= 80 and char_length(${t.round}) <= 80`,
    ),
    check('encounter_times', sql`${t.times} between 1 and 1000`),
    check('encounter_precision', sql`${t.precision} in ('day', 'month', 'year', 'unknown')`),
    check('encounter_date_known', sql`(${t.askedOn} is null) = (${t.precision} = 'unknown')`),
  ],
)
