import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { Subject } from './append-revision.ts'
import { findText, type Text } from './find-text.ts'
import { mayEdit } from './policy.ts'

/** A text as it stands, for somebody who may edit it. Throws Refusal: not-found, forbidden. */
export async function requireEditable(viewer: SignedIn, subject: Subject): Promise<Text> {
  const head = await findText(database(), subject)
  if (!head || head.trashedAt) throw new Refusal('not-found', 'There is no such text.')
  if (!mayEdit(viewer, head)) throw new Refusal('forbidden', 'You may not edit this text.')
  return head
}
