import type { SignedIn } from '#lib/auth/viewer'
import { type Restore, restore, undoRevision } from '#lib/entries/restore'
import type { Saved } from '#lib/entries/revise'
import { settleCorrections } from './settle.ts'

/** Makes an old version the newest as `restore` does, and then closes the open corrections that it fulfils. Throws what `restore` throws. */
export const restoreText = (viewer: SignedIn, wanted: Restore): Promise<Saved> =>
  settled(wanted, restore(viewer, wanted))

/** The same for one version that is taken back, as `undoRevision` does. */
export const undoText = (viewer: SignedIn, wanted: Restore): Promise<Saved> =>
  settled(wanted, undoRevision(viewer, wanted))

async function settled({ kind, id }: Restore, saving: Promise<Saved>): Promise<Saved> {
  const saved = await saving
  if (kind !== 'section' && saved.outcome !== 'unchanged') await settleCorrections({ kind, id })
  return saved
}
