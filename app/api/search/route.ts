import type { NextRequest } from 'next/server'
import { guest } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'

export const dynamic = 'force-dynamic'

export async function GET(request: NextRequest) {
  const given = [...request.nextUrl.searchParams].filter(([, value]) => value !== '')
  const query = EntrySearch.safeParse(Object.fromEntries(given))
  if (!query.success) {
    const message = query.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    return answer(400, { error: { code: 'invalid', message } })
  }
  try {
    return answer(200, await searchEntries(guest, query.data))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(error.code === 'forbidden' ? 403 : 400, {
      error: { code: error.code, message: error.message },
    })
  }
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
