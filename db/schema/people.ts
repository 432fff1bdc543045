import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
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
    /** NFKC, trimmed and lower case: what is compared is what is stored. */
    email: text('email').unique(),
    role: text('role', { enum: ['member', 'editor', 'admin'] })
      .notNull()
      .default('member'),
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    locale: text('locale', { enum: ['zh-CN', 'en'] }),
    theme: text('theme', { enum: ['system', 'light', 'dark'] })
      .notNull()
      .default('system'),
    shortcuts: boolean('shortcuts').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    check('person_kind', sql`${t.kind} in ('person', 'system')`),
    check('person_role', sql`${t.role} in ('member', 'editor', 'admin')`),
    check('person_theme', sql`${t.theme} in ('system', 'light', 'dark')`),
    check('person_name', sql`char_length(${t.name}) between 1 and 80`),
    check('person_email', sql`${t.email} = lower(${t.email}) and char_length(${t.email}) <= 254`),
    check('person_system_has_no_email', sql`${t.kind} = 'person' or ${t.email} is null`),
  ],
)
