import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { person } from './people.ts'

/** Entries whose document in an outside search engine is older than the entry: at most one row each. */
export const searchOutbox = pgTable('search_outbox', {
  // Refers to no entry: what was purged must still be removed from the index.
  entryId: uuid('entry_id').primaryKey(),
  /** Takes a new value with every change, so that an acknowledgement cannot remove a later one. */
  seq: bigint('seq', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
  nextAt: timestamp('next_at', { withTimezone: true }).notNull().defaultNow(),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  attempts: integer('attempts').notNull().default(0),
  problem: text('problem'),
})

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** The embedded engine's indexes: one is live, another may be under construction beside it. */
export const searchIndex = pgTable(
  'search_index',
  {
    generation: integer('generation').primaryKey().generatedByDefaultAsIdentity(),
    /** The rules by which its texts were cut into tokens; other rules need a rebuild. */
    tokenizer: integer('tokenizer').notNull(),
    live: boolean('live').notNull(),
  },
  (t) => [uniqueIndex('search_index_one_live').on(t.live).where(sql`${t.live}`)],
)

/** What the embedded engine knows of an entry: derived from it, written in the same transaction. */
export const searchDoc = pgTable(
  'search_doc',
  {
    generation: integer('generation').notNull(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    /** The title as it is compared as a whole: without punctuation and small words, folded. */
    titleNorm: text('title_norm').notNull(),
    aliasNorm: text('alias_norm').array().notNull(),
    space: text('space').notNull(),
    tags: text('tags').array().notNull(),
    author: text('author').notNull(),
    acl: text('acl').array().notNull(),
    state: text('state').notNull(),
    asked: integer('asked').notNull().default(0),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    /** Title (A), aliases (B) and their pinyin (D). */
    ttsv: tsvector('ttsv').notNull(),
    /** Title (A), headings and aliases (B), body (D). */
    tsv: tsvector('tsv').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.generation, t.id] }),
    // Without a pending list a reader never pays for what writers postponed, as each key of a title does.
    index('search_doc_ttsv').using('gin', t.ttsv).with({ fastupdate: false }),
    // A text has hundreds of lexemes, each an insertion of its own: those of up to a megabyte of texts are put in together, at the
    // latest by lib/search/sync/keep-tidy.
    index('search_doc_tsv').using('gin', t.tsv).with({ fastupdate: true, gin_pending_list_limit: 1024 }),
    index('search_doc_tags').using('gin', t.tags).with({ fastupdate: false }),
    index('search_doc_title').on(t.generation, t.titleNorm.op('text_pattern_ops')),
    index('search_doc_updated').on(t.generation, t.updatedAt.desc(), t.id),
    index('search_doc_space').on(t.generation, t.space, t.updatedAt.desc()),
    index('search_doc_state').on(t.generation, t.state, t.updatedAt.desc()),
    // Counts of each note's states, from the index alone.
    index('search_doc_space_state').on(t.generation, t.space, t.state),
  ],
)

/**
 * Latin words of the indexed texts, for mending slips. Deliberately without a unique key:
 * two transactions that add the same words would wait for each other; a word twice does no harm.
 */
export const searchTerm = pgTable('search_term', { term: text('term').notNull() }, (t) => [
  index('search_term_start').using('btree', t.term.op('text_pattern_ops')),
  index('search_term_second').using('btree', sql`substr(${t.term}, 2) text_pattern_ops`),
])

/** What a team adds to the list of synonyms or takes out of it, see lib/search/synonyms. */
export const synonym = pgTable(
  'synonym',
  {
    id: id(),
    kind: text('kind', { enum: ['both', 'one', 'off'] }).notNull(),
    names: text('names').array().notNull(),
    /** What tells the group from all others, in whatever order its names stand. */
    key: text('key').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('synonym_once').on(t.kind, t.key),
    check('synonym_names', sql`cardinality(${t.names}) between 2 and 12`),
  ],
)
