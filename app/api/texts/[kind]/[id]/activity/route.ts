import { z } from 'zod'
import { readViewer, requireViewer } from '#lib/auth/session'
import { findActivity } from '#lib/entries/editing-queries'
import { Refusal } from '#lib/refusal'

export const dynamic = 'force-dynamic'

const Subject = z.object({ kind: z.enum(['entry', 'answer', 'section']), id: z.uuid() })

/** Asked for by an open editor every few seconds. */
export async function GET(_: Request, { params }: { params: Promise<unknown> }) {
  const subject = Subject.safeParse(await params)
  if (!subject.success) return answer(404, {})
  try {
    return answer(200, await findActivity(requireViewer(await readViewer()), subject.data))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(error.code === 'forbidden' ? 403 : 404, { error: { code: error.code } })
  }
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
