import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { tellWriting } from '#lib/live/tell-writing'
import { forgetDraft } from './forget-draft.ts'

/** Forgets one's own draft of a text, after it was saved or given up. */
export async function discardDraft(viewer: SignedIn, subject: string): Promise<void> {
  const db = database()
  if (await forgetDraft(db, viewer, subject)) await tellWriting(db, subject)
}
