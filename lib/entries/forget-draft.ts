import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { draft } from '#db/schema/drafts'
import type { SignedIn } from '#lib/auth/viewer'

/** Takes away somebody's draft of a text; what was saved of it needs none. */
export async function forgetDraft(reader: Reader, viewer: SignedIn, subject: string): Promise<void> {
  await reader.delete(draft).where(and(eq(draft.personId, viewer.id), eq(draft.subject, subject)))
}
