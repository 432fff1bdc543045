import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { Refusal } from '#lib/refusal'
import { parseSlugId } from '#lib/text/slug'
import { mayRestore } from '#lib/trash/policy'
import { findLying } from '#lib/trash/queries'
import { restoreFromTrash } from '#lib/trash/restore'
import { Thing } from '#lib/trash/thing'
import { trash } from '#lib/trash/trash'
import { formWrite, jsonAnswer } from '../../_actions/json-handler.ts'
import { decodeSegment } from '../../_layout/decode-segment.ts'

export const dynamic = 'force-dynamic'

const Wanted = Thing.extend({ to: z.enum(['trash', 'back']) })

/** Puts something into the trash, or takes it back out. */
export const POST = formWrite(Wanted, async (viewer, { to, ...thing }) => {
  if (to === 'back') return restoreFromTrash(viewer, thing)
  await trash(viewer, thing)
  return { undo: { ...thing, to: 'back' } }
})

/** What lay at the address `?path=` and is in the trash now, for those who may restore it; 404 for everybody else. */
export function GET(request: NextRequest) {
  return jsonAnswer(async () => {
    const path = request.nextUrl.searchParams.get('path') ?? ''
    const [, room, segment = ''] = /^\/(entries|notes)\/([^/]+)/.exec(path) ?? []
    const shortId = parseSlugId(decodeSegment(segment.replace(/\.md$/, '')))
    const found = shortId ? await findLying(room === 'notes' ? 'note' : 'entry', shortId) : undefined
    if (!found || !mayRestore(await readViewer(), found))
      throw new Refusal('not-found', 'There is no such thing in the trash.')
    const { kind, id, title, trashedAt, trasher } = found
    return { kind, id, title, trashedAt, trasher }
  })
}
