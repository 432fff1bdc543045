import type { SignedIn } from '#lib/auth/viewer'
import { type Revise, revise, type Saved } from '#lib/entries/revise'
import { settleCorrections } from './settle.ts'

/** Saves a text as `revise` does, and then closes the open corrections of it that say nothing any more. Throws what `revise` throws. */
export async function saveText(viewer: SignedIn, wanted: Revise): Promise<Saved> {
  const saved = await revise(viewer, wanted)
  const { kind, id } = wanted
  if (kind !== 'section' && saved.outcome !== 'unchanged') await settleCorrections({ kind, id })
  return saved
}
