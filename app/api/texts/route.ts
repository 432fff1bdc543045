import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { answerSave } from '#lib/corrections/answer-save'

/** Asked where no front stands before Next (`npm run dev`); elsewhere the front answers by the same verb. */
export async function POST(request: Request) {
  const viewer = await viewerOfCookies(request.headers.get('cookie'))
  const { status, body } = await answerSave(viewer, await request.json().catch(() => undefined))
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
