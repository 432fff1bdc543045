import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { isSignedIn } from '#lib/auth/viewer'
import { listWatched } from '#lib/notifications/queries'
import { SetWatch, setWatch } from '#lib/notifications/set-watch'
import { jsonWrite } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

const Places = z.object({ note: z.uuid(), entry: z.uuid().nullable() })

/** Which of `?note=` and `?entry=` the viewer watches: `{watched: ['note']}`; nothing for guests. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  const viewer = await readViewer()
  const places = Places.safeParse({ note: searchParams.get('note'), entry: searchParams.get('entry') })
  const watched =
    isSignedIn(viewer) && places.success
      ? await listWatched(viewer, { noteId: places.data.note, entryId: places.data.entry })
      : []
  return Response.json({ watched }, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** Watches a note or an entry, or no longer. */
export const POST = jsonWrite(SetWatch, setWatch)
