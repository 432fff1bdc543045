import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id } from '../columns.ts'
import { answer, entry } from './entries.ts'
import { section } from './notes.ts'
import { person } from './people.ts'

export const revisionKinds = ['import', 'edit', 'correction', 'merge', 'restore'] as const
/** How much a text says: nothing, a pointer or a fragment, or an explanation. */
export const substances = ['none', 'some', 'full'] as const
export type TocItem = { depth: number; id: string; text: string }

/**
 * An immutable version of one text: an entry's (title and context), an answer's or a section's.
 * Revisions of a text form one chain: each has one base, each base one successor.
 */
export const revision = pgTable(
  'revision',
  {
    id: id(),
    entryId: uuid('entry_id').references((): AnyPgColumn => entry.id),
    answerId: uuid('answer_id').references((): AnyPgColumn => answer.id),
    sectionId: uuid('section_id').references((): AnyPgColumn => section.id),
    number: integer('number').notNull(),
    baseId: uuid('base_id')
      .unique('revision_base_has_one_successor')
      .references((): AnyPgColumn => revision.id),
    kind: text('kind', { enum: revisionKinds }).notNull(),
    minor: boolean('minor').notNull().default(false),
    title: text('title'),
    markdown: text('markdown').notNull(),
    html: text('html').notNull(),
    toc: jsonb('toc').$type<TocItem[]>().notNull(),
    rendererVersion: integer('renderer_version').notNull(),
    substance: text('substance', { enum: substances }).notNull(),
    /** Of the UTF-8 bytes of the title, two line feeds and the Markdown; of the Markdown alone where there is no title. */
    sha256: bytes('sha256').notNull(),
    summary: text('summary').notNull().default(''),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('revision_of_entry').on(t.entryId, t.number),
    unique('revision_of_answer').on(t.answerId, t.number),
    unique('revision_of_section').on(t.sectionId, t.number),
    // What the heads refer to, so that a head is always a revision of its own text.
    unique('revision_entry_head').on(t.id, t.entryId),
    unique('revision_answer_head').on(t.id, t.answerId),
    unique('revision_section_head').on(t.id, t.sectionId),
    index('revision_created').on(t.createdAt),
    // Where `[[title]]` leads.
    index('revision_entry_title').on(sql`lower(${t.title})`).where(sql`${t.entryId} is not null`),
    check('revision_subject', sql`num_nonnulls(${t.entryId}, ${t.answerId}, ${t.sectionId}) = 1`),
    check(
      'revision_title',
      sql`(${t.title} is null) = (${t.answerId} is not null) and char_length(${t.title}) between 1 and 200`,
    ),
    check('revision_chain', sql`${t.number} >= 1 and (${t.number} = 1) = (${t.baseId} is null)`),
    check('revision_kind', sql`${t.kind} in ('import', 'edit', 'correction', 'merge', 'restore')`),
    check('revision_substance', sql`${t.substance} in ('none', 'some', 'full')`),
    check('revision_size', sql`octet_length(${t.markdown}) <= 262144`),
    check(
      'revision_sha256',
      sql`${t.sha256} = sha256(convert_to(coalesce(${t.title} || E'\\n\\n', '') || ${t.markdown}, 'UTF8'))`,
    ),
  ],
)

/** Who else a revision is credited to: whoever proposed, amended or resolved what somebody else saved. */
export const revisionCoauthor = pgTable(
  'revision_coauthor',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.personId] }), index('revision_coauthor_of').on(t.personId)],
)

/** A link or picture in a revision's text, and what is wrong with it where that can be told without the network. */
export const revisionLink = pgTable(
  'revision_link',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind', { enum: ['link', 'image'] }).notNull(),
    target: text('target').notNull(),
    label: text('label').notNull(),
    line: integer('line').notNull(),
    /** Named as where the text comes from ("参考：…", "Source: …"). */
    isSource: boolean('is_source').notNull().default(false),
    problem: text('problem', { enum: ['missing_image', 'local_path', 'bad_url', 'missing_anchor'] }),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.ordinal] }),
    index('revision_link_problem').on(t.revisionId).where(sql`${t.problem} is not null`),
    check('revision_link_kind', sql`${t.kind} in ('link', 'image')`),
  ],
)
