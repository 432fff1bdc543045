import { and, desc, eq, gte, like, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { mayAdminister } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'

export const AuditFilter = z.object({
  /** The beginning of an action: `session` finds `session.start` and `session.end`. */
  action: z
    .string()
    .max(50)
    .regex(/^[\w.]*$/)
    .catch(''),
  actor: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Rows older than this one, for the next page. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const auditPage = 50
const subject = alias(person, 'subject')

/** Who did what, the newest first, at most `auditPage` rows. Throws Refusal `forbidden` for anyone but an admin. */
export async function listEvents(viewer: Viewer, { action, actor, from, to, before }: AuditFilter) {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins read the audit log.')
  return database()
    .select({
      id: audit.id,
      at: audit.at,
      actor: person.name,
      actorId: audit.actorId,
      action: audit.action,
      objectKind: audit.objectKind,
      objectId: audit.objectId,
      /** What it was done to: a person's name, a note's or a question's title. */
      object: sql<string | null>`coalesce(${subject.name}, ${note.title}, ${revision.title})`,
      /** Where that can be read. */
      path: sql<string | null>`coalesce('/notes/' || ${note.shortId}, '/entries/' || ${entry.shortId})`,
      detail: audit.detail,
    })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.actorId))
    .leftJoin(subject, and(eq(audit.objectKind, 'person'), eq(subject.id, audit.objectId)))
    .leftJoin(note, and(eq(audit.objectKind, 'note'), eq(note.id, audit.objectId)))
    .leftJoin(answer, and(eq(audit.objectKind, 'answer'), eq(answer.id, audit.objectId)))
    .leftJoin(
      entry,
      or(and(eq(audit.objectKind, 'entry'), eq(entry.id, audit.objectId)), eq(entry.id, answer.entryId)),
    )
    .leftJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(
      and(
        action ? like(audit.action, `${action.replace(/[%_\\]/g, '\\$&')}%`) : undefined,
        actor ? eq(audit.actorId, actor) : undefined,
        from ? gte(audit.at, new Date(`${from}T00:00:00Z`)) : undefined,
        to ? lt(audit.at, new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)) : undefined,
        before ? lt(audit.id, before) : undefined,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(auditPage)
}
