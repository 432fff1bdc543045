import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Whoever is signed in watches what they like. */
export function mayWatch(viewer: Viewer): boolean {
  return viewer.id !== null && hasAtLeast(viewer, 'member')
}
