import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { type CachedPage, makePage } from './cached-page.ts'
import { contentPolicy } from './content-policy.ts'
import type { PageTag } from './tags.ts'
import { withoutRuntime } from './without-runtime.ts'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const shared = globalThis as typeof globalThis & { errataPageTags?: AsyncLocalStorage<Set<PageTag>> }
const rendering = new AsyncLocalStorage<Set<PageTag>>()
shared.errataPageTags = rendering

// Nothing of one reader may get into a page for all: no cookies, no host, no hop-by-hop headers.
const kept = ['content-type', 'location', 'link']

/** Has Next make a page as a guest would see it in one language, and finishes it: policy, compression, tags. */
export async function renderPage(handler: RequestHandler, path: string, locale: string): Promise<CachedPage> {
  const tags = new Set<PageTag>()
  const ask = (url: string) => rendering.run(tags, () => askNext(handler, url, locale))
  const first = await ask(path)
  const { statusCode } = first
  const answer =
    statusCode >= 400 && isUndrawn(first.payload)
      ? await ask(statusCode === 404 ? '/_not-found' : '/trouble')
      : first
  const headers: Record<string, string> = {}
  for (const name of kept) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = String(value)
  }
  const keptTags: ReadonlySet<PageTag> = answer.headers['set-cookie'] ? new Set() : tags
  if (!headers['content-type']?.startsWith('text/html'))
    return makePage(statusCode, headers, answer.rawPayload, keptTags)
  const html = withoutRuntime(answer.payload)
  headers['content-security-policy'] = contentPolicy(html)
  headers['content-language'] = locale
  return makePage(statusCode, headers, Buffer.from(html), keptTags)
}

function askNext(handler: RequestHandler, url: string, locale: string) {
  return inject((request, response) => void handler(request as IncomingMessage, response as ServerResponse), {
    method: 'GET',
    url,
    headers: { cookie: `lang=${locale}`, 'accept-language': locale, accept: 'text/html' },
  })
}

/** Where a page ends in notFound() or throws, Next sends an empty document and lets React draw it in the browser. */
const isUndrawn = (html: string) => html.includes('<html id="__next_error__"')
