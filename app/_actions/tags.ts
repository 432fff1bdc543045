'use server'

import { tagPath } from '#lib/entries/entry'
import { type Renamed, RenameTag, renameTag as renameTagVerb } from '#lib/entries/rename-tag'
import { SplitTag, splitTag as splitTagVerb } from '#lib/entries/split-tag'
import { Refusal } from '#lib/refusal'
import { leadOnWithoutScripts, personAction } from './form-action.ts'

type Outcome = Renamed | { there: string; entries: number }

export const renameTag = personAction(RenameTag, async (viewer, wanted): Promise<Outcome> => {
  try {
    const renamed = await renameTagVerb(viewer, wanted)
    await leadOnWithoutScripts(tagPath(renamed.name))
    return renamed
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error
    // Not refused for good: whoever asks decides whether the two become one.
    return { there: String(error.details.name), entries: Number(error.details.entries) }
  }
})

export const splitTag = personAction(SplitTag, async (viewer, wanted) => {
  const back = await splitTagVerb(viewer, wanted)
  await leadOnWithoutScripts(tagPath(back.name))
  return back
})
