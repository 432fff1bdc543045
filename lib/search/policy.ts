import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Editors see what is searched for. */
export function maySeeSearches(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'editor')
}

/** Editors see and change which names find each other. */
export function mayChangeSynonyms(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'editor')
}
