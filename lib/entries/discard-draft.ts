import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { forgetDraft } from './forget-draft.ts'

/** Forgets one's own draft of a text, after it was saved or given up. */
export async function discardDraft(viewer: SignedIn, subject: string): Promise<void> {
  await forgetDraft(database(), viewer, subject)
}
