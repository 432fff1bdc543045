import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CachedPage } from './cached-page.ts'

/** Sends a public page: 304 where the reader has it, else in the smallest encoding the reader takes. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
  const encoding = encodingFor(request.headers['accept-encoding'])
  const etag = `${page.etag.slice(0, -1)}-${encoding}"`
  const headers = {
    ...page.headers,
    ETag: etag,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding, Accept-Language, Cookie, RSC',
  }
  if (page.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  sendBody(request, response, page, headers)
}

/** Sends a page that is one person's: nobody on the way keeps it. */
export function sendPersonalPage(
  request: IncomingMessage,
  response: ServerResponse,
  { page, cookies }: { page: CachedPage; cookies: string[] },
): void {
  const headers = { ...page.headers, 'Cache-Control': 'private, no-store' }
  sendBody(request, response, page, cookies.length > 0 ? { ...headers, 'Set-Cookie': cookies } : headers)
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  headers: Record<string, string | string[]>,
): void {
  const encoding = encodingFor(request.headers['accept-encoding'])
  const body = page.bodies[encoding]
  response.writeHead(page.status, {
    ...headers,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function encodingFor(accepted: string | string[] = ''): 'br' | 'gzip' | 'identity' {
  const list = String(accepted)
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(list)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(list) ? 'gzip' : 'identity'
}
