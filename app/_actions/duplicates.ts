'use server'

import { Decide, decideDuplicate } from '#lib/duplicates/decide'
import { Merge, mergeEntries } from '#lib/duplicates/merge'
import { ProposePair, proposePair } from '#lib/duplicates/propose-pair'
import { Unmerge, unmergeEntries } from '#lib/duplicates/unmerge'
import { entryPath } from '#lib/entries/entry'
import { leadOnWithoutScripts, personAction } from './form-action.ts'

export const proposeSame = personAction(ProposePair, proposePair)

export const decidePair = personAction(Decide, async (viewer, decision) => {
  await decideDuplicate(viewer, decision)
  return decision
})

export const mergeQuestions = personAction(Merge, async (viewer, wanted) => {
  const { mergeId, from, into } = await mergeEntries(viewer, wanted)
  const path = entryPath(into)
  await leadOnWithoutScripts(`${path}#merged-${from.shortId}`)
  return { mergeId, from: from.title, into: into.title, path }
})

export const unmergeQuestions = personAction(Unmerge, async (viewer, wanted) => {
  const back = await unmergeEntries(viewer, wanted)
  const path = entryPath(back)
  await leadOnWithoutScripts(path)
  return { title: back.title, path }
})
