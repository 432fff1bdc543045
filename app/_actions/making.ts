'use server'

import { addAlias as addAliasVerb, ChangeAlias } from '#lib/entries/add-alias'
import { addTag as addTagVerb, ChangeTag } from '#lib/entries/add-tag'
import { AnswerEntry, answerEntry } from '#lib/entries/answer-entry'
import { Ask, ask as askVerb } from '#lib/entries/ask'
import { entryPath } from '#lib/entries/entry'
import { NearlySame } from '#lib/entries/nearly-same'
import { removeAlias as removeAliasVerb } from '#lib/entries/remove-alias'
import { removeTag as removeTagVerb } from '#lib/entries/remove-tag'
import type { NearDuplicate } from '#lib/search/near-duplicates'
import { viewerAction } from './viewer-action.ts'

export type Asked = { outcome: 'asked'; path: string } | { outcome: 'nearly-same'; entries: NearDuplicate[] }

export const ask = viewerAction(Ask, async (viewer, question): Promise<Asked> => {
  try {
    return { outcome: 'asked', path: entryPath(await askVerb(viewer, question)) }
  } catch (error) {
    if (error instanceof NearlySame) return { outcome: 'nearly-same', entries: error.entries }
    throw error
  }
})

export const answer = viewerAction(AnswerEntry, answerEntry)

export const addTag = viewerAction(ChangeTag, addTagVerb)
export const removeTag = viewerAction(ChangeTag, removeTagVerb)
export const addAlias = viewerAction(ChangeAlias, addAliasVerb)
export const removeAlias = viewerAction(ChangeAlias, removeAliasVerb)
