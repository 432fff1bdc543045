import type { NextRequest } from 'next/server'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { Title } from '#lib/entries/input'
import { listNearDuplicates } from '#lib/search/near-duplicates'

export const dynamic = 'force-dynamic'

/** The questions that `?title=` comes near to, asked for while it is being typed. */
export async function GET(request: NextRequest) {
  const title = Title.safeParse(request.nextUrl.searchParams.get('title'))
  const viewer = await viewerOfCookies(request.headers.get('cookie'))
  const near = title.success ? await listNearDuplicates(viewer, title.data) : []
  return Response.json({ near }, { headers: { 'Cache-Control': 'private, no-store' } })
}
