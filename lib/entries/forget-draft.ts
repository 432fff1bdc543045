import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { draft } from '#db/schema/drafts'
import type { SignedIn } from '#lib/auth/viewer'

/** Takes away somebody's draft of a text; what was saved of it needs none. Returns whether there was one. */
export async function forgetDraft(reader: Reader, viewer: SignedIn, subject: string): Promise<boolean> {
  const gone = await reader
    .delete(draft)
    .where(and(eq(draft.personId, viewer.id), eq(draft.subject, subject)))
    .returning({ subject: draft.subject })
  return gone.length > 0
}
