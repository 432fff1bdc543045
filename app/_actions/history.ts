'use server'

import { restoreText, undoText } from '#lib/corrections/restore-text'
import { Conflict } from '#lib/entries/conflict'
import { Restore } from '#lib/entries/restore'
import type { Saved } from '#lib/entries/revise'
import type { Hunk } from '#lib/text/hunk'
import { personAction } from './form-action.ts'

type Outcome = Saved | { outcome: 'conflict'; hunks: Hunk[] }

export const restoreVersion = personAction(
  Restore,
  async (viewer, wanted): Promise<Outcome> => restoreText(viewer, wanted),
)

export const undoVersion = personAction(Restore, async (viewer, wanted): Promise<Outcome> => {
  try {
    return await undoText(viewer, wanted)
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'conflict', hunks: error.hunks }
    throw error
  }
})
