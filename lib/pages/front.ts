import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { mayRead } from '#lib/auth/policy'
import { guest } from '#lib/auth/viewer'
import { negotiateLocale } from '#lib/i18n/locale'
import type { PageCache } from './page-cache.ts'
import { pagePath } from './page-key.ts'
import { type RequestHandler, renderPage } from './render-page.ts'
import { noContentPolicy, securityHeaders } from './security-headers.ts'
import { sendPage } from './send-page.ts'

// Whoever runs the wiki asks these before anybody can sign in.
const alwaysOpen = new Set(['/api/health', '/api/ready'])

/**
 * What stands before Next: build files from disk, pages from the cache, and everything else (API, actions, client navigation)
 * handed through with the same security headers.
 */
export function frontHandler(next: RequestHandler, cache: PageCache): RequestHandler {
  const buildFile = sirv(join(process.cwd(), '.next', 'static'), {
    immutable: true,
    maxAge: 31_536_000,
    brotli: true,
    gzip: true,
  })
  return async (request, response) => {
    const url = request.url ?? '/'
    setSecurityHeaders(request, response)
    if (url.startsWith('/_next/static/')) {
      request.url = url.slice('/_next/static'.length)
      buildFile(request, response, () => {
        response.writeHead(404).end()
      })
      return
    }
    if (!mayRead(guest) && !alwaysOpen.has(url)) {
      response
        .writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end('This wiki is not public.\n')
      return
    }
    const path = isPageRequest(request) ? pagePath(url) : null
    if (path === null) return next(request, response)
    const locale = localeOf(request)
    const page = await cache.getOrRender(`${locale} ${path}`, () => renderPage(next, path, locale))
    sendPage(request, response, page)
  }
}

function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const secure = request.headers['x-forwarded-proto'] === 'https'
  for (const [name, value] of Object.entries(securityHeaders({ secure }))) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', noContentPolicy)
}

function isPageRequest({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return !headers.rsc && !url.startsWith('/api/') && !url.startsWith('/_next/') && !url.startsWith('/assets/')
}

// Readers send a handful of different header pairs: negotiate each once.
const negotiated = new Map<string, string>()

function localeOf({ headers }: IncomingMessage): string {
  const chosen = /(?:^|;\s*)lang=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? ''
  const key = `${chosen} ${headers['accept-language'] ?? ''}`
  let locale = negotiated.get(key)
  if (!locale) {
    locale = negotiateLocale(chosen ? `lang=${chosen}` : undefined, headers['accept-language'])
    if (negotiated.size > 1_000) negotiated.clear()
    negotiated.set(key, locale)
  }
  return locale
}
