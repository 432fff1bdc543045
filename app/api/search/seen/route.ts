import { after, type NextRequest } from 'next/server'
import { originOf } from '#lib/auth/sign-in-request'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { Refusal } from '#lib/refusal'
import { countSearch, SeenSearch } from '#lib/search/count-search'

export const dynamic = 'force-dynamic'

/** Told by the palette that a search was meant. Answers at once and always the same: nobody waits for a count. */
export async function POST(request: NextRequest) {
  const seen = SeenSearch.safeParse(await request.json().catch(() => undefined))
  // A stop waits for what is begun so.
  if (seen.success) after(() => count(request, seen.data))
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

async function count({ headers }: NextRequest, seen: SeenSearch): Promise<void> {
  try {
    await countSearch(await viewerOfCookies(headers.get('cookie')), seen, originOf(headers).address)
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error)
  }
}
