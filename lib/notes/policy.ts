import type { Viewer } from '#lib/auth/viewer'

/** Bringing files in, new or newer, is for editors and admins. */
export const mayImport = (viewer: Viewer): boolean =>
  viewer.id !== null && (viewer.role === 'editor' || viewer.role === 'admin')
