import type { NextRequest } from 'next/server'
import { AddPicture, addPicture } from '#lib/assets/add-picture'
import { readViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import { requireViewer } from '#lib/auth/viewer'
import { Refusal, type RefusalCode } from '#lib/refusal'

export const dynamic = 'force-dynamic'

const statuses: Partial<Record<RefusalCode, number>> = {
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
}

/** Keeps the picture in the body for the texts of `?note=`, and answers how they refer to it. */
export async function POST(request: NextRequest) {
  const input = AddPicture.safeParse({ noteId: request.nextUrl.searchParams.get('note') })
  if (!input.success) return answer(400, { error: { code: 'invalid' } })
  try {
    const viewer = requireViewer(await readViewer())
    await throttle('write', viewer.id)
    const bytes = Buffer.from(await request.arrayBuffer())
    return answer(201, await addPicture(viewer, input.data, bytes))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(statuses[error.code] ?? 400, { error: { code: error.code } })
  }
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
