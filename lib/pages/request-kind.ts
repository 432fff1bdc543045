import type { IncomingMessage } from 'node:http'

// Pages that are one person's, or that come with a secret in their URL.
const personal = ['/account', '/admin', '/sign-in', '/join', '/first-admin', '/reset']

/**
 * How a request is answered: `build-file` from disk; `public-page` the same for everybody, from the cache; `personal-page` made for
 * this request; `through` whatever is no document (API, actions of a running page, client navigation, pictures).
 */
export function requestKind({
  method,
  url = '/',
  headers,
}: IncomingMessage): 'build-file' | 'public-page' | 'personal-page' | 'through' {
  if (url.startsWith('/_next/static/')) return 'build-file'
  if (headers.rsc || headers['next-action'] || /^\/(?:api|_next|assets)\//.test(url)) return 'through'
  if (method === 'POST') return 'personal-page'
  if (method !== 'GET' && method !== 'HEAD') return 'through'
  return personal.some((path) => url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`))
    ? 'personal-page'
    : 'public-page'
}
