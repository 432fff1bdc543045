import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { EntrySearch } from './input.ts'
import { searchEntries } from './search.ts'

/** What `GET /api/search` says to these parameters: an answer, or why there is none (400, 403). */
export async function answerSearch(
  viewer: Viewer,
  asked: URLSearchParams,
): Promise<{ status: number; body: object }> {
  const given = [...asked].filter(([, value]) => value !== '')
  const query = EntrySearch.safeParse(Object.fromEntries(given))
  if (!query.success) {
    const message = query.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    return { status: 400, body: { error: { code: 'invalid', message } } }
  }
  try {
    return { status: 200, body: await searchEntries(viewer, query.data) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = error.code === 'forbidden' ? 403 : 400
    return { status, body: { error: { code: error.code, message: error.message } } }
  }
}
