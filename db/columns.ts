import { customType, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { customAlphabet } from 'nanoid'
import { v7 } from 'uuid'

/** A time-ordered key (RFC 9562, version 7). */
export const id = () =>
  uuid('id')
    .primaryKey()
    .$defaultFn(() => v7())

const shortIdOf = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 10)

/** The stable id in URLs: 49 bits of chance without look-alike letters; never changes, never contains a hyphen. */
export const shortId = () =>
  text('short_id')
    .notNull()
    .unique()
    .$defaultFn(() => shortIdOf())

export const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
