import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Who was asked what, where and when is the members' own business: guests see only how often. */
export const maySeeEncounters = (viewer: Viewer): boolean => hasAtLeast(viewer, 'member')

export const mayRecordEncounter = (viewer: Viewer): boolean => hasAtLeast(viewer, 'member')

/** What came with a file belongs to its heading and changes with the file. */
export function mayChangeEncounter(
  viewer: Viewer,
  encounter: { reportedBy: string; mark: string | null },
): boolean {
  if (encounter.mark !== null) return false
  return hasAtLeast(viewer, 'editor') || (hasAtLeast(viewer, 'member') && encounter.reportedBy === viewer.id)
}
