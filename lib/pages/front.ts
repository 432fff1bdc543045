import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sirv from 'sirv'
import { mayRead } from '#lib/auth/policy'
import { guest } from '#lib/auth/viewer'
import { viewerOfCookies } from '#lib/auth/viewer-of-token'
import { env } from '#lib/env'
import { answerDirectly, type DirectAnswers } from './answer-directly.ts'
import { refusedBody } from './body-limit.ts'
import type { PageCache } from './page-cache.ts'
import { pagePath } from './page-key.ts'
import { refusedPath } from './path-form.ts'
import { forever, servePictures } from './pictures.ts'
import { type RequestHandler, renderPersonalPage, renderPublicPage } from './render-page.ts'
import { needsNoReader, type RequestKind, requestKind } from './request-kind.ts'
import { requestLocale } from './request-locale.ts'
import { mayWriteFrom } from './same-origin.ts'
import { noContentPolicy, securityHeaders } from './security-headers.ts'
import { sendPage, sendPersonalPage } from './send-page.ts'

/**
 * What stands before Next: guards, build files from disk, public pages from the cache, personal ones made for the request,
 * what is answered directly, and everything else (API, actions, client navigation) handed through with the same security headers.
 */
export function frontHandler(next: RequestHandler, cache: PageCache, direct: DirectAnswers): RequestHandler {
  const buildFile = sirv(join(process.cwd(), '.next', 'static'), { ...forever, brotli: true, gzip: true })
  const picture = servePictures()
  return async (request, response) => {
    const { url = '/' } = request
    setSecurityHeaders(request, response)
    const refused = refusedPath(url) ?? refusedBody(request) ?? (mayWriteFrom(request) ? undefined : 403)
    if (refused) return refuse(response, refused)
    trustOnlyOurself(request)
    const kind = requestKind(request)
    if (!needsNoReader(kind, request) && !(await mayReadPages(request)))
      return turnAway(request, response, kind)
    if (kind === 'build-file') {
      request.url = url.slice('/_next/static'.length)
      return buildFile(request, response, () => refuse(response, 404))
    }
    if (kind === 'picture') return picture(request, response, () => refuse(response, 404))
    if (kind === 'personal-page') return sendPersonal(next, request, response)
    if (kind === 'through' && (await answerDirectly(direct, request, response))) return
    const path = kind === 'public-page' ? pagePath(url) : null
    if (path === null) {
      response.setHeader('Cache-Control', 'private, no-store')
      return next(request, response)
    }
    const locale = requestLocale(request)
    const page = await cache.getOrRender(`${locale} ${path}`, () => renderPublicPage(next, path, locale))
    sendPage(request, response, page)
  }
}

function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const secure =
    env().PUBLIC_URL?.startsWith('https:') ??
    (env().TRUST_PROXY && request.headers['x-forwarded-proto'] === 'https')
  for (const [name, value] of Object.entries(securityHeaders({ secure }))) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', noContentPolicy)
}

const reasons = {
  400: 'No browser writes an address like this.',
  401: 'Sign in to read this wiki.',
  403: 'This request does not come from a page of this wiki.',
  404: 'There is nothing here.',
  411: 'Say how long the body is.',
  413: 'This is more than the 1 MB that one request may carry.',
}

function refuse(response: ServerResponse, status: keyof typeof reasons): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  // What is too much is not read; anything less is, so that whoever is still sending hears the answer.
  if (status === 411 || status === 413) response.setHeader('Connection', 'close')
  response.writeHead(status)
  response.end(`${reasons[status]}\n`)
}

/** Forwarding headers count only from a proxy that the configuration names; the client's address is written by us alone. */
function trustOnlyOurself(request: IncomingMessage): void {
  const { headers, socket } = request
  const { PUBLIC_URL, TRUST_PROXY } = env()
  const forwarded = TRUST_PROXY
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])
    delete headers[name]
  headers['x-client-address'] = forwarded || socket.remoteAddress || ''
  if (PUBLIC_URL) {
    headers.host = new URL(PUBLIC_URL).host
    headers['x-forwarded-proto'] = new URL(PUBLIC_URL).protocol.slice(0, -1)
  }
}

async function mayReadPages({ headers }: IncomingMessage): Promise<boolean> {
  return mayRead(guest) || mayRead(await viewerOfCookies(headers.cookie))
}

function turnAway({ method, url = '/' }: IncomingMessage, response: ServerResponse, kind: RequestKind): void {
  if (method === 'POST' || !kind.endsWith('-page')) {
    refuse(response, 401)
    return
  }
  const headers = {
    Location: `/sign-in?next=${encodeURIComponent(url)}`,
    'Cache-Control': 'private, no-store',
  }
  response.writeHead(303, headers).end()
}

async function sendPersonal(
  next: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '/', headers } = request
  const method = request.method === 'POST' ? 'POST' : 'GET'
  const body = method === 'POST' ? await buffer(request) : undefined
  const made = await renderPersonalPage(next, { method, url, headers, body }, requestLocale(request))
  // A page that says "there is nothing here" shows the names of notes beside it: not to those who may not read.
  if (made.page.status >= 400 && !(await mayReadPages(request))) return refuse(response, 404)
  sendPersonalPage(request, response, made)
}
