import type { Viewer } from '#lib/auth/viewer'
import { hub } from './hub.ts'
import { openStream, type Source } from './stream.ts'

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Nobody on the way may keep it, compress it or wait for more of it.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** The answer that stays open to somebody who follows something; 429 where they, their address or everybody have too many. */
export function answerLive(request: Request, viewer: Viewer, source: Source): Response {
  const address = request.headers.get('x-client-address') ?? ''
  const leave = viewer.id ? hub().takeSeat('person', viewer.id) : hub().takeSeat('address', address)
  if (!leave) return new Response(null, { status: 429, headers: { 'Retry-After': '60' } })
  const stream = openStream(hub(), source, {
    lastEventId: request.headers.get('last-event-id'),
    signal: request.signal,
    onEnd: leave,
  })
  return new Response(stream, { headers })
}
