import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Members say that two questions are the same, and take an answer over from one to the other. */
export const mayProposeDuplicate = (viewer: Viewer): boolean => hasAtLeast(viewer, 'member')

/** Whether two questions are the same for good, and making one of them, is decided by editors. */
export const mayDecideDuplicate = (viewer: Viewer): boolean => hasAtLeast(viewer, 'editor')

export const mayMerge = (viewer: Viewer): boolean => hasAtLeast(viewer, 'editor')
