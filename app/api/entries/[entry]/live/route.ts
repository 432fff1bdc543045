import { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { followPage } from '#lib/entries/follow'
import { answerLive } from '#lib/live/answer'
import { Refusal } from '#lib/refusal'

export const dynamic = 'force-dynamic'

const Place = z.object({ entry: z.uuid() })

/** Stays open: which versions the texts of a page are at, again whenever one is saved. */
export async function GET(request: Request, { params }: { params: Promise<unknown> }) {
  const place = Place.safeParse(await params)
  if (!place.success) return new Response(null, { status: 404 })
  try {
    const who = () => viewerOfCookies(request.headers.get('cookie'))
    return answerLive(request, await readViewer(), await followPage(place.data.entry, who))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, { status: 404 })
  }
}
