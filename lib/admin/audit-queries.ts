import { and, desc, eq, gte, like, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { person } from '#db/schema/people'
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
      /** The name of the person it was done to. */
      object: subject.name,
      detail: audit.detail,
    })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.actorId))
    .leftJoin(subject, and(eq(audit.objectKind, 'person'), eq(subject.id, audit.objectId)))
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
