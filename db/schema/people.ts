import { sql } from 'drizzle-orm'
import { check, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id, shortId } from '../columns.ts'

/** Whoever a text can be credited to. `system` people (the importer) never sign in. */
export const person = pgTable(
  'person',
  {
    id: id(),
    shortId: shortId(),
    kind: text('kind', { enum: ['person', 'system'] })
      .notNull()
      .default('person'),
    name: text('name').notNull(),
    email: text('email').unique(),
    role: text('role', { enum: ['member', 'editor', 'admin'] })
      .notNull()
      .default('member'),
    createdAt: createdAt(),
  },
  (t) => [
    check('person_kind', sql`${t.kind} in ('person', 'system')`),
    check('person_role', sql`${t.role} in ('member', 'editor', 'admin')`),
    check('person_name', sql`char_length(${t.name}) between 1 and 80`),
    check('person_system_has_no_email', sql`${t.kind} = 'person' or ${t.email} is null`),
  ],
)
