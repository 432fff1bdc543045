import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { comment } from './comments.ts'
import { correction, report } from './corrections.ts'
import { answer, entry } from './entries.ts'
import { note } from './notes.ts'
import { person } from './people.ts'

/** Whoever wants to hear of a note or an entry; `muted` overrules what somebody would hear as its author. */
export const watch = pgTable(
  'watch',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    noteId: uuid('note_id').references(() => note.id),
    entryId: uuid('entry_id').references(() => entry.id),
    muted: boolean('muted').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('watch_note').on(t.noteId, t.personId).where(sql`${t.noteId} is not null`),
    uniqueIndex('watch_entry').on(t.entryId, t.personId).where(sql`${t.entryId} is not null`),
    index('watch_of').on(t.personId),
    check('watch_target', sql`num_nonnulls(${t.noteId}, ${t.entryId}) = 1`),
  ],
)

export const notificationKinds = [
  'correction_proposed',
  'correction_decided',
  'correction_amended',
  'correction_undone',
  'report_made',
  'report_closed',
  'comment',
  'mention',
  'answer_added',
  'text_changed',
  'entry_merged',
  'standard_proposed',
  'standard_chosen',
  'standard_declined',
] as const
export const mailHabits = ['never', 'daily', 'each'] as const

/** Something that happened to what somebody wrote or watches. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: notificationKinds }).notNull(),
    actorId: uuid('actor_id').references(() => person.id),
    /** Where it happened; the objects below say more. */
    entryId: uuid('entry_id').references(() => entry.id),
    answerId: uuid('answer_id').references(() => answer.id),
    correctionId: uuid('correction_id').references(() => correction.id),
    reportId: uuid('report_id').references(() => report.id),
    commentId: uuid('comment_id').references(() => comment.id),
    detail: jsonb('detail').$type<Record<string, string>>().notNull().default({}),
    createdAt: createdAt(),
    readAt: timestamp('read_at', { withTimezone: true }),
    mailedAt: timestamp('mailed_at', { withTimezone: true }),
  },
  (t) => [
    index('notification_of').on(t.personId, t.createdAt),
    index('notification_unread').on(t.personId).where(sql`${t.readAt} is null`),
    index('notification_to_mail').on(t.createdAt).where(sql`${t.mailedAt} is null`),
  ],
)

/** How somebody wants mail; no row is a digest a day at most. */
export const mailHabit = pgTable(
  'mail_habit',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    habit: text('habit', { enum: mailHabits }).notNull(),
    lastDigestAt: timestamp('last_digest_at', { withTimezone: true }),
  },
  (t) => [check('mail_habit_known', sql`${t.habit} in ('never', 'daily', 'each')`)],
)
