import { z } from 'zod'
import { database } from '#db/client'
import { draft } from '#db/schema/drafts'
import type { SignedIn } from '#lib/auth/viewer'
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

/** Keeps what somebody is writing, one draft a person and text; it is theirs alone, so there is nothing to ask permission for. */
export async function saveDraft(viewer: SignedIn, { subject, ...text }: SaveDraft): Promise<Date> {
  const row = { ...text, savedAt: new Date() }
  await database()
    .insert(draft)
    .values({ personId: viewer.id, subject, ...row })
    .onConflictDoUpdate({ target: [draft.personId, draft.subject], set: row })
  return row.savedAt
}
