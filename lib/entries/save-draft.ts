import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { draft } from '#db/schema/drafts'
import type { SignedIn } from '#lib/auth/viewer'
import { tellWriting } from '#lib/live/tell-writing'
import { Markdown } from './input.ts'

/** The text a draft is for: one that exists, or a new one and where it will belong. */
export const DraftSubject = z
  .string()
  .regex(/^(?:entry|answer|section|new-answer|new-entry|suggest-entry|suggest-answer|amend):[0-9a-f-]{36}$/)

export const SaveDraft = z.object({
  subject: DraftSubject,
  baseId: z.uuid().nullable().default(null),
  title: z.string().max(1_000).nullable().default(null),
  markdown: Markdown,
})
export type SaveDraft = z.infer<typeof SaveDraft>

/** Milliseconds after which somebody who goes on writing is announced again. */
const silence = 60_000

/** Keeps what somebody is writing, one draft a person and text; it is theirs alone, so there is nothing to ask permission for. */
export async function saveDraft(viewer: SignedIn, { subject, ...text }: SaveDraft): Promise<Date> {
  const row = { ...text, savedAt: new Date() }
  const db = database()
  const [before] = await db
    .select({ savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.personId, viewer.id), eq(draft.subject, subject)))
  await db
    .insert(draft)
    .values({ personId: viewer.id, subject, ...row })
    .onConflictDoUpdate({ target: [draft.personId, draft.subject], set: row })
  if (!before || row.savedAt.getTime() - before.savedAt.getTime() > silence) await tellWriting(db, subject)
  return row.savedAt
}
