import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
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
import { person } from './people.ts'

/** An ordered collection of entries, usually one imported file. */
export const note = pgTable(
  'note',
  {
    id: id(),
    shortId: shortId(),
    title: text('title').notNull(),
    position: integer('position').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    trashedAt: timestamp('trashed_at', { withTimezone: true }),
  },
  (t) => [check('note_title', sql`char_length(${t.title}) between 1 and 200`)],
)

/** A node of a note's tree. Its title and the text under its heading live in its head revision. */
export const section = pgTable(
  'section',
  {
    id: id(),
    shortId: shortId(),
    noteId: uuid('note_id')
      .notNull()
      .references(() => note.id),
    parentId: uuid('parent_id').references((): AnyPgColumn => section.id),
    position: integer('position').notNull(),
    level: integer('level').notNull(),
    rawHeading: text('raw_heading'),
    // References revision (id, section_id), deferred: added by hand in the guards migration.
    headRevisionId: uuid('head_revision_id').notNull(),
    createdAt: createdAt(),
    trashedAt: timestamp('trashed_at', { withTimezone: true }),
  },
  (t) => [
    unique('section_in_note').on(t.id, t.noteId),
    foreignKey({
      columns: [t.parentId, t.noteId],
      foreignColumns: [t.id, t.noteId],
      name: 'section_parent_same_note',
    }),
    index('section_of_note').on(t.noteId, t.position),
    check('section_level', sql`${t.level} between 1 and 6`),
  ],
)

/** A picture kept by content; its bytes lie in DATA_DIR/uploads under their hash. */
export const asset = pgTable('asset', {
  id: id(),
  sha256: text('sha256').notNull().unique(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  createdAt: createdAt(),
})

/** Which stored picture an image target written in a note stands for. */
export const noteImage = pgTable(
  'note_image',
  {
    noteId: uuid('note_id')
      .notNull()
      .references(() => note.id),
    target: text('target').notNull(),
    assetId: uuid('asset_id')
      .notNull()
      .references(() => asset.id),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.target] })],
)
