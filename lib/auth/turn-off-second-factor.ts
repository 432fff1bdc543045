import { database } from '#db/client'
import { recordEvent } from '#lib/audit/record'
import { requireOwnPassword } from './change-password.ts'
import { removeSecondFactor } from './second-factor.ts'
import type { SignedIn } from './viewer.ts'

/** Turns one's own second factor off, given the password. Throws Refusal `forbidden`, `too-many`. */
export async function turnOffSecondFactor(
  viewer: SignedIn,
  personId: string,
  password: string,
): Promise<void> {
  await requireOwnPassword(viewer, personId, password)
  await database().transaction(async (tx) => {
    await removeSecondFactor(tx, personId)
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'second_factor.off',
      objectKind: 'person',
      objectId: personId,
    })
  })
}
