import { hasAtLeast, mayAdminister } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { mayEdit } from '#lib/entries/policy'
import { daysLeft } from './thing.ts'

type Owned = { authorId: string | null; origin: 'import' | 'person' | null }
type Lying = Owned & { trashedAt: Date; trashedBy: string | null }

/** Whoever may change a text may put it into the trash: editors anything, members the answers that they wrote. */
export const mayTrash = (viewer: Viewer, thing: Owned): boolean => mayEdit(viewer, thing)

/** Editors restore anything for thirty days, admins also later; members their own answers that they put there themselves. */
export function mayRestore(viewer: Viewer, thing: Lying, now = new Date()): boolean {
  if (mayAdminister(viewer)) return true
  if (daysLeft(thing.trashedAt, now) === 0) return false
  return hasAtLeast(viewer, 'editor') || (mayEdit(viewer, thing) && thing.trashedBy === viewer.id)
}

/** Erasing words for good is for admins. */
export const mayErase = (viewer: Viewer): boolean => mayAdminister(viewer)

/** Everyone who is signed in has a trash; what is in it differs. */
export const maySeeTrash = (viewer: Viewer): boolean => hasAtLeast(viewer, 'member')
