import { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { requireViewer } from '#lib/auth/viewer'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { followAnswering, followEditing } from '#lib/entries/follow'
import { answerLive } from '#lib/live/answer'
import { Refusal } from '#lib/refusal'

export const dynamic = 'force-dynamic'

const Subject = z.object({ kind: z.enum(['entry', 'answer', 'section', 'new-answer']), id: z.uuid() })

/**
 * Stays open to an editor of a text: who else writes on it, and its head, again whenever that changes. To whoever writes a
 * `new-answer`, with the id of its question: who else does.
 */
export async function GET(request: Request, { params }: { params: Promise<unknown> }) {
  const subject = Subject.safeParse(await params)
  if (!subject.success) return new Response(null, { status: 404 })
  try {
    const who = async () => requireViewer(await viewerOfCookies(request.headers.get('cookie')))
    const { kind, id } = subject.data
    const source = kind === 'new-answer' ? followAnswering(id, who) : followEditing({ kind, id }, who)
    return answerLive(request, await readViewer(), await source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, { status: error.code === 'forbidden' ? 403 : 404 })
  }
}
