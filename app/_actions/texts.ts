'use server'

import { z } from 'zod'
import { discardDraft as discardDraftVerb } from '#lib/entries/discard-draft'
import { DraftSubject, SaveDraft, saveDraft as saveDraftVerb } from '#lib/entries/save-draft'
import { viewerAction } from './viewer-action.ts'

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
