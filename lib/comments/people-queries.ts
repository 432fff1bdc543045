import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mentionOf } from '#lib/text/mention'
import { mayComment } from './policy.ts'

const mostNames = 8

/**
 * People to mention whose names begin with this, then those with a word that does: what writes each, where they are found, and where several
 * have a name, since when each is here. Members only, and nothing else about anybody.
 */
export async function listPeopleToMention(viewer: SignedIn, begun: string) {
  if (!mayComment(viewer)) throw new Refusal('forbidden', 'You may not comment here.')
  const name = begun.normalize('NFC').toLowerCase().replaceAll('\u0000', '')
  const low = sql`lower(${person.name})`
  const isHere = and(eq(person.kind, 'person'), isNull(person.suspendedAt))
  const rows = await database()
    .select({
      name: person.name,
      shortId: person.shortId,
      since: person.createdAt,
      isShared: sql<boolean>`count(*) over (partition by ${low}) > 1`,
    })
    .from(person)
    .where(and(isHere, sql`(starts_with(${low}, ${name}) or strpos(${low}, ' ' || ${name}) > 0)`))
    .orderBy(sql`not starts_with(${low}, ${name})`, asc(person.name), asc(person.id))
    .limit(mostNames)
  return rows.map(({ isShared, since, ...one }) => ({
    ...one,
    writes: isShared ? mentionOf(one) : `@${one.name}`,
    since: isShared ? since.toISOString().slice(0, 10) : null,
  }))
}
