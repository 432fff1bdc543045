'use server'

import { type Renamed, RenameTag, renameTag as renameTagVerb } from '#lib/entries/rename-tag'
import { SplitTag, splitTag as splitTagVerb } from '#lib/entries/split-tag'
import { Refusal } from '#lib/refusal'
import { personAction } from './form-action.ts'

type Outcome = Renamed | { there: string; entries: number }

export const renameTag = personAction(RenameTag, async (viewer, wanted): Promise<Outcome> => {
  try {
    return await renameTagVerb(viewer, wanted)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error
    // Not refused for good: whoever asks decides whether the two become one.
    return { there: String(error.details.name), entries: Number(error.details.entries) }
  }
})

export const splitTag = personAction(SplitTag, splitTagVerb)
