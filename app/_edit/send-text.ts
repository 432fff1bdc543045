import type { z } from 'zod'
import type { ActionResult } from '#lib/entries/carry-out'
import type { Revise, Saved } from '#lib/entries/revise'

/** Sends a text to be saved. Throws where the answer is none of ours. */
export async function sendText(
  text: z.input<typeof Revise> & { personId: string },
): Promise<ActionResult<Saved>> {
  const answer = await fetch('/api/texts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(text),
  })
  return answer.json()
}
