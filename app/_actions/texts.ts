'use server'

import { z } from 'zod'
import { saveText as saveTextVerb } from '#lib/corrections/save-text'
import { discardDraft as discardDraftVerb } from '#lib/entries/discard-draft'
import { Revise } from '#lib/entries/revise'
import { DraftSubject, SaveDraft, saveDraft as saveDraftVerb } from '#lib/entries/save-draft'
import { viewerAction } from './viewer-action.ts'

export const saveText = viewerAction(Revise, saveTextVerb)

export const saveDraft = viewerAction(
  SaveDraft,
  async (viewer, draft) => ({ savedAt: (await saveDraftVerb(viewer, draft)).getTime() }),
  'draft',
)

export const discardDraft = viewerAction(
  z.object({ subject: DraftSubject }),
  async (viewer, { subject }) => {
    await discardDraftVerb(viewer, subject)
    return {}
  },
  'draft',
)
