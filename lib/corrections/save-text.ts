import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { type Revise, revise, type Saved } from '#lib/entries/revise'
import { hasOpen } from './require-correction.ts'
import { settleCorrections } from './settle.ts'

/**
 * Saves a text as `revise` does, and then closes the open corrections of it that say nothing any more. One that comes in meanwhile is
 * closed when somebody decides on it. Throws what `revise` throws.
 */
export async function saveText(viewer: SignedIn, wanted: Revise, counted?: Promise<void>): Promise<Saved> {
  const { kind, id } = wanted
  if (kind === 'section') return revise(viewer, wanted, counted)
  const subject = { kind, id }
  // Beside the save, for nearly every time there is none.
  const [saved, isDoubted] = await Promise.all([
    revise(viewer, wanted, counted),
    hasOpen(database(), subject),
  ])
  if (isDoubted && saved.outcome !== 'unchanged') await settleCorrections(subject)
  return saved
}
