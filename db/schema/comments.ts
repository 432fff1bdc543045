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
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, shortId } from '../columns.ts'
import { correction, type Passage } from './corrections.ts'
import { answer, entry } from './entries.ts'
import { person } from './people.ts'

/** What somebody says about an entry, an answer or a correction. A thread is a comment without parent and its replies. */
export const comment = pgTable(
  'comment',
  {
    id: id(),
    shortId: shortId(),
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    correctionId: uuid('correction_id').references(() => correction.id),
    parentId: uuid('parent_id').references((): AnyPgColumn => comment.id),
    passage: jsonb('passage').$type<Passage>(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    resolvedBy: uuid('resolved_by').references(() => person.id),
    trashedAt: timestamp('trashed_at', { withTimezone: true }),
  },
  (t) => [
    index('comment_of_entry').on(t.entryId),
    index('comment_of_answer').on(t.answerId),
    index('comment_of_correction').on(t.correctionId),
    index('comment_replies').on(t.parentId),
    index('comment_of_author').on(t.authorId, t.createdAt),
    check('comment_target', sql`num_nonnulls(${t.entryId}, ${t.answerId}, ${t.correctionId}) = 1`),
  ],
)

/** Every wording of a comment, the newest number counts; rows are never changed. */
export const commentText = pgTable(
  'comment_text',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comment.id),
    number: integer('number').notNull(),
    markdown: text('markdown').notNull(),
    html: text('html').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.number] }),
    check('comment_text_size', sql`octet_length(${t.markdown}) between 1 and 5120`),
  ],
)

/** Whom a comment names with `@`. */
export const mention = pgTable(
  'mention',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comment.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] }), index('mention_of').on(t.personId)],
)
