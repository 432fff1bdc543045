import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { person } from './people.ts'
import { revision } from './revisions.ts'

/** What somebody is writing: one draft a person and text, where the text may be one that does not exist yet. */
export const draft = pgTable(
  'draft',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** The kind and id of the text, or what a new one will belong to: `answer:<id>`, `new-answer:<entry id>`. */
    subject: text('subject').notNull(),
    baseId: uuid('base_id').references(() => revision.id),
    title: text('title'),
    markdown: text('markdown').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.subject] }),
    index('draft_subject').on(t.subject, t.savedAt),
    check('draft_size', sql`octet_length(${t.markdown}) <= 262144`),
  ],
)

/** A save that the client named before it was sent: the same name again is the same save. */
export const operation = pgTable('operation', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => person.id),
  revisionId: uuid('revision_id')
    .notNull()
    .references(() => revision.id),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
})
