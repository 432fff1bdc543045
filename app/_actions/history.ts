'use server'

import { requireViewer } from '#lib/auth/session'
import { Conflict } from '#lib/entries/conflict'
import { Restore, restore, undoRevision } from '#lib/entries/restore'
import type { Saved } from '#lib/entries/revise'
import type { Hunk } from '#lib/text/merge'
import { formAction } from './form-action.ts'

type Outcome = Saved | { outcome: 'conflict'; hunks: Hunk[] }

export const restoreVersion = formAction(
  Restore,
  async (viewer, wanted): Promise<Outcome> => restore(requireViewer(viewer), wanted),
)

export const undoVersion = formAction(Restore, async (viewer, wanted): Promise<Outcome> => {
  try {
    return await undoRevision(requireViewer(viewer), wanted)
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'conflict', hunks: error.hunks }
    throw error
  }
})
