import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Viewer } from '#lib/auth/viewer'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'

/** What the front answers by itself, by path: what is asked at every keystroke shall not wait for Next's router. */
export type DirectAnswers = Record<
  string,
  (viewer: Viewer, asked: URLSearchParams) => Promise<{ status: number; body: object }>
>

/** Answers a GET of one of these paths as JSON that nobody keeps; false where it is for Next. */
export async function answerDirectly(
  answers: DirectAnswers,
  { method, url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { path, query } = partsOf(url)
  const answer = method === 'GET' && Object.hasOwn(answers, path) ? answers[path] : undefined
  if (!answer) return false
  const { status, body } = await answer(await viewerOfCookies(headers.cookie), new URLSearchParams(query))
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
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
