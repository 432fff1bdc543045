import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id } from '../columns.ts'
import { answer, entry } from './entries.ts'
import { note, section } from './notes.ts'
import { person } from './people.ts'

/** One version of a note's file as it came in: its bytes are the truth that export returns to. */
export const noteImport = pgTable(
  'note_import',
  {
    id: id(),
    noteId: uuid('note_id')
      .notNull()
      .references(() => note.id),
    number: integer('number').notNull(),
    fileName: text('file_name').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: bytes('sha256').notNull(),
    encoding: text('encoding').notNull(),
    bom: boolean('bom').notNull(),
    importedBy: uuid('imported_by')
      .notNull()
      .references(() => person.id),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('note_import_number').on(t.noteId, t.number),
    index('note_import_sha256').on(t.sha256),
    check('note_import_sha256_matches', sql`${t.sha256} = sha256(${t.bytes})`),
  ],
)

/** Where each line of an imported file went: pieces are disjoint, in order, and cover every line that is not blank. */
export const notePiece = pgTable(
  'note_piece',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => noteImport.id),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind', {
      enum: [
        'front_matter',
        'note_text',
        'section_heading',
        'section_text',
        'entry_heading',
        'entry_context',
        'answer',
        'layout',
      ],
    }).notNull(),
    line: integer('line').notNull(),
    endLine: integer('end_line').notNull(),
    /** Columns of white space, and characters of the first line after that, which the text leaves out. */
    indent: integer('indent').notNull().default(0),
    lead: integer('lead').notNull().default(0),
    sectionId: uuid('section_id').references(() => section.id),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.ordinal] }),
    check('note_piece_lines', sql`${t.line} >= 1 and ${t.endLine} >= ${t.line}`),
    check('note_piece_target', sql`num_nonnulls(${t.sectionId}, ${t.entryId}, ${t.answerId}) <= 1`),
    index('note_piece_entry').on(t.entryId),
    index('note_piece_answer').on(t.answerId),
  ],
)

/** What an imported file says before its first section or question, rendered: derived from its bytes. */
export const noteText = pgTable('note_text', {
  importId: uuid('import_id')
    .primaryKey()
    .references(() => noteImport.id),
  html: text('html').notNull(),
  rendererVersion: integer('renderer_version').notNull(),
})

/** What a newer version of a file says where people had changed the same sentences: kept for them to decide. */
export const importConflict = pgTable(
  'import_conflict',
  {
    id: id(),
    importId: uuid('import_id')
      .notNull()
      .references(() => noteImport.id),
    sectionId: uuid('section_id').references(() => section.id),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    /** The text in the older file, the text in the newer one, and the head that stayed; titles where there are any. */
    texts: jsonb('texts').$type<ConflictTexts>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('import_conflict_of_import').on(t.importId),
    check('import_conflict_target', sql`num_nonnulls(${t.sectionId}, ${t.entryId}, ${t.answerId}) = 1`),
  ],
)

type TitledText = { title: string | null; markdown: string }
export type ConflictTexts = { base: TitledText; theirs: TitledText; headRevisionId: string }
