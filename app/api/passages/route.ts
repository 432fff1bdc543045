import type { NextRequest } from 'next/server'
import { mayRead } from '#lib/auth/policy'
import { readViewer } from '#lib/auth/session'
import { correctionPath, reportPath } from '#lib/corrections/correction'
import { Passage, Target } from '#lib/corrections/input'
import { listCorrectionsOfPassage } from '#lib/corrections/passage-queries'

export const dynamic = 'force-dynamic'

/** What was already proposed, decided or reported about a passage: `{known: [{url, kind, state, words}]}`. */
export async function GET(request: NextRequest) {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const [target, passage] = [Target.safeParse(asked), Passage.safeParse(asked)]
  if (!target.success || !passage.success) return answer(400, { error: { code: 'invalid' } })
  const viewer = await readViewer()
  if (!mayRead(viewer)) return answer(404, { error: { code: 'not-found' } })
  const { corrections, reports } = await listCorrectionsOfPassage(viewer, target.data, passage.data)
  const known = [
    ...corrections.map(({ shortId, kind, state, author, rationale }) => ({
      url: correctionPath(shortId),
      kind,
      state,
      words: rationale.split('\n')[0] || author,
    })),
    ...reports.map(({ shortId, kind, closedAt, author, why }) => ({
      url: reportPath(shortId),
      kind,
      state: closedAt ? 'closed' : 'open',
      words: why.split('\n')[0] || author,
    })),
  ]
  return answer(200, { known })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
