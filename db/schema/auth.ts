import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id } from '../columns.ts'
import { person } from './people.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A person's password as argon2id in PHC form. */
export const credential = pgTable('credential', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  passwordHash: text('password_hash').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})

/** Who someone is at an outside provider. Never matched by e-mail. */
export const identity = pgTable(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    linkedAt: moment('linked_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identity_of_person').on(t.personId)],
)

/** A signed-in browser. It counts while it is not ended, was seen within 12 hours and is younger than 30 days. */
export const session = pgTable(
  'session',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
    device: text('device').notNull().default(''),
    address: text('address').notNull().default(''),
  },
  (t) => [index('session_of_person').on(t.personId).where(sql`${t.endedAt} is null`)],
)

/** A time-based one-time password secret (RFC 6238), encrypted at rest; it asks for codes once confirmed. */
export const secondFactor = pgTable('second_factor', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  secret: bytes('secret').notNull(),
  confirmedAt: moment('confirmed_at'),
  /** The newest 30 second step that was accepted, so that a code works once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
})

export const recoveryCode = pgTable(
  'recovery_code',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    codeHash: bytes('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
)

/** A link that admits new people with a role until it expires or is used up. Only its hash is stored. */
export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    tokenHash: bytes('token_hash').notNull().unique(),
    role: text('role', { enum: ['member', 'editor', 'admin'] }).notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer('uses').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('invitation_role', sql`${t.role} in ('member', 'editor', 'admin')`),
    check('invitation_uses', sql`${t.maxUses} between 1 and 1000 and ${t.uses} between 0 and ${t.maxUses}`),
  ],
)

/** A token that works once: the first admin's link, one that sets a new password, leave to link an identity. Only its hash is stored. */
export const oneTimeLink = pgTable(
  'one_time_link',
  {
    id: id(),
    kind: text('kind', { enum: ['first_admin', 'password_reset', 'link_identity'] }).notNull(),
    tokenHash: bytes('token_hash').notNull().unique(),
    personId: uuid('person_id').references(() => person.id),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('one_time_link_kind', sql`${t.kind} in ('first_admin', 'password_reset', 'link_identity')`),
    check('one_time_link_person', sql`(${t.kind} = 'first_admin') = (${t.personId} is null)`),
    // One open link of the first admin: a new one replaces it.
    uniqueIndex('one_time_link_first_admin')
      .on(t.kind)
      .where(sql`${t.kind} = 'first_admin' and ${t.usedAt} is null`),
  ],
)

/** What admins decide for the whole wiki, one row a setting. */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedBy: uuid('changed_by').references(() => person.id),
  changedAt: moment('changed_at').notNull().defaultNow(),
})

/** Counters of rate-limiter-flexible, in the shape that library reads and writes. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: moment('expire'),
})
