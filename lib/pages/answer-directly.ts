import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Viewer } from '#lib/auth/viewer'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'

/** `body` is undefined where there is none, or none that is JSON. */
type Asked = { query: URLSearchParams; body: unknown }

/** What the front answers by itself, by method and path: what is asked at every keystroke, and a save, shall not wait for Next's router. */
export type DirectAnswers = Record<
  string,
  (viewer: Viewer, asked: Asked) => Promise<{ status: number; body: object }>
>

/** Answers a request for one of these as JSON that nobody keeps; false where it is for Next. */
export async function answerDirectly(
  answers: DirectAnswers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method, url = '/', headers } = request
  const { path, query } = partsOf(url)
  const way = `${method} ${path}`
  const answer = Object.hasOwn(answers, way) ? answers[way] : undefined
  if (!answer) return false
  const [viewer, body] = await Promise.all([viewerOfCookies(headers.cookie), bodyOf(request)])
  const said = await answer(viewer, { query: new URLSearchParams(query), body })
  const bytes = Buffer.from(JSON.stringify(said.body))
  response.writeHead(said.status, {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  })
  response.end(bytes)
  return true
}

function partsOf(url: string): { path: string; query: string } {
  const at = url.indexOf('?')
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET') return undefined
  const sent = await text(request)
  try {
    return JSON.parse(sent)
  } catch {
    return undefined
  }
}
