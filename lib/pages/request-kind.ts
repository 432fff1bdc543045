import type { IncomingMessage } from 'node:http'

// Pages that are one person's, or that come with a secret in their URL.
const personal = [
  '/account',
  '/admin',
  '/asked',
  '/duplicates',
  '/encounters',
  '/notifications',
  '/searches',
  '/standards',
  '/trash',
  '/sign-in',
  '/register',
  '/join',
  '/first-admin',
  '/reset',
]
// Where somebody writes: made for them, and only for those who may read.
const writing =
  /^\/(?:(?:entries|answers|notes|sections|tags)\/[^/?]+\/edit|entries\/[^/?]+\/(?:answer|tags|same|asked)|(?:entries|notes)\/new|notes\/[^/?]+\/sections\/new)(?:\?|$)/

// Where one person is about to bring an old version back.
const restoring = /^\/(?:entries|answers|sections)\/[^/?]+\/history\/[^/?]+\/(?:restore|undo)(?:\?|$)/

// Where an editor puts a note into another order.
const arranging = /^\/notes\/[^/?]+\/arrange(?:\?|$)/

// Where each viewer is shown what they may do: for whoever may read the wiki, but never from the cache.
const reviewing = /^\/(?:comments|corrections|reports)(?:[/?]|$)/
const suggesting = /^\/(?:(?:entries|answers)\/[^/?]+\/suggest)(?:\?|$)/

export type RequestKind = 'build-file' | 'picture' | 'public-page' | 'personal-page' | 'through'

/**
 * How a request is answered: `build-file` and `picture` from disk; `public-page` the same for everybody, from the cache;
 * `personal-page` made for this request; `through` whatever is no document (API, actions of a running page, client navigation).
 */
export function requestKind({ method, url = '/', headers }: IncomingMessage): RequestKind {
  if (url.startsWith('/_next/static/')) return 'build-file'
  if (url.startsWith('/assets/')) return 'picture'
  if (headers.rsc || headers['next-action'] || /^\/(?:api|_next)\//.test(url)) return 'through'
  if (method === 'POST') return 'personal-page'
  if (method !== 'GET' && method !== 'HEAD') return 'through'
  const isOwn = [writing, restoring, arranging, reviewing, suggesting].some((ways) => ways.test(url))
  return isOwn || isBelow(personal, url) ? 'personal-page' : 'public-page'
}

// What a wiki that is not public still shows to everybody: signing in, and whether it is alive.
const open = ['/api/health', '/api/ready', '/api/auth', '/api/me', '/language', '/sign-out', ...personal]

/** Whether a request is for nothing of the wiki's contents, so that also those who may not read get an answer. */
export function needsNoReader(kind: RequestKind, { url = '/' }: IncomingMessage): boolean {
  return kind === 'build-file' || isBelow(open, url)
}

function isBelow(paths: string[], url: string): boolean {
  return paths.some((path) => url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`))
}
