import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Whoever may write a text may put a picture into it. */
export function mayAddPictures(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'member')
}
