import type { NextRequest } from 'next/server'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { answerSearch } from '#lib/search/answer-request'

export const dynamic = 'force-dynamic'

/** Asked where no front stands before Next (`npm run dev`); elsewhere the front answers by the same verb. */
export async function GET(request: NextRequest) {
  const viewer = await viewerOfCookies(request.headers.get('cookie'))
  const { status, body } = await answerSearch(viewer, request.nextUrl.searchParams)
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
