'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import {
  addSynonyms as addVerb,
  NewSynonyms,
  removeSynonyms as removeVerb,
  switchOffSynonyms as switchOffVerb,
} from '#lib/search/change-synonyms'
import { personAction } from './form-action.ts'

export const addSynonyms = personAction(NewSynonyms, async (viewer, synonyms) => {
  await addVerb(viewer, synonyms)
  refresh()
})

export const removeSynonyms = personAction(z.object({ id: z.uuid() }), async (viewer, { id }) => {
  await removeVerb(viewer, id)
  refresh()
})

export const switchOffSynonyms = personAction(
  z.object({ key: z.string().max(500) }),
  async (viewer, { key }) => {
    await switchOffVerb(viewer, key)
    refresh()
  },
)
