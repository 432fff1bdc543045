import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Bringing files in, new or newer, is for editors and admins. */
export const mayImport = (viewer: Viewer): boolean =>
  viewer.id !== null && (viewer.role === 'editor' || viewer.role === 'admin')

/** Taking notes out as files is for everyone who is signed in. */
export const mayExport = (viewer: Viewer): boolean => viewer.id !== null

/** How the shelf is laid out is for editors and admins: they make and rename notes and sections, in which members ask. */
export const mayLayOut = (viewer: Viewer): boolean => hasAtLeast(viewer, 'editor')
