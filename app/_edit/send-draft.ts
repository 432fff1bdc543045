import { saveDraft } from '../_actions/texts.ts'
import type { Sent } from './keep-draft.ts'
import type { Version } from './version.ts'

/** Sends a draft to the server, and finds out what stands in the way where it does not arrive. */
export async function sendDraft(personId: string, subject: string, version: Version): Promise<Sent> {
  try {
    const answer = await saveDraft({ subject, personId, ...version })
    if (answer.status === 'done') return answer.result
    if (answer.status === 'refused' && answer.code === 'forbidden') return 'signed-out'
    if (answer.status === 'refused' && answer.code === 'other-person') return 'other-person'
  } catch {
    if (await isSignedOut()) return 'signed-out'
  }
  return 'unreachable'
}

/** Whether the server answers and knows nobody here. */
export async function isSignedOut(): Promise<boolean> {
  try {
    const answer = await fetch('/api/me', { cache: 'no-store' })
    return answer.ok && (await answer.json()).me === null
  } catch {
    return false
  }
}
