import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { draft } from '#db/schema/drafts'
import type { SignedIn } from '#lib/auth/viewer'
import { tellWriting } from '#lib/live/tell-writing'

/** Forgets one's own draft of a text, after it was saved or given up. */
export async function discardDraft(viewer: SignedIn, subject: string): Promise<void> {
  const db = database()
  const gone = await db
    .delete(draft)
    .where(and(eq(draft.personId, viewer.id), eq(draft.subject, subject)))
    .returning({ subject: draft.subject })
  if (gone.length > 0) await tellWriting(db, subject)
}
