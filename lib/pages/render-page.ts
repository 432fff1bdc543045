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

type Asked = { method: 'GET' | 'POST'; url: string; headers: IncomingMessage['headers']; body?: Buffer }

/** Has Next make a page as a guest would see it in one language, and finishes it: policy, compression, tags. */
export async function renderPublicPage(
  next: RequestHandler,
  path: string,
  locale: string,
): Promise<CachedPage> {
  // Nothing of one reader may get into a page for all: no cookies but the language, no host, no address.
  const headers = { cookie: `lang=${locale}`, 'accept-language': locale, accept: 'text/html' }
  const tags = new Set<PageTag>()
  const answer = await rendering.run(tags, () => ask(next, { method: 'GET', url: path, headers }))
  return finish(answer, locale, answer.headers['set-cookie'] ? new Set() : tags, withoutRuntime)
}

/** The same for one person, with their own request; never kept. Returns the cookies to set beside the page. */
export async function renderPersonalPage(next: RequestHandler, asked: Asked, locale: string) {
  const answer = await ask(next, asked)
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map(String)
  return { page: await finish(answer, locale, new Set(), withRuntime), cookies }
}

type Answer = Awaited<ReturnType<typeof askOnce>>

async function ask(next: RequestHandler, asked: Asked): Promise<Answer> {
  const answer = await askOnce(next, asked)
  if (answer.statusCode < 400 || !isUndrawn(answer.payload)) return answer
  const { headers } = asked
  const url = answer.statusCode === 404 ? '/missing' : '/trouble'
  return { ...(await askOnce(next, { method: 'GET', url, headers })), statusCode: answer.statusCode }
}

function askOnce(next: RequestHandler, { method, url, headers, body }: Asked) {
  const dispatch = (request: unknown, response: unknown) =>
    void next(request as IncomingMessage, response as ServerResponse) // stand-ins with the whole interface
  // Begun here and now: begun by whoever awaits it, the page would not find where to put its tags.
  return inject(dispatch, { method, url, headers, payload: body }).end()
}

/** Where a page ends in notFound() or throws, Next sends an empty document and lets React draw it in the browser. */
const isUndrawn = (html: string) => html.includes('<html id="__next_error__"')

/** Tells the scripts of the page that React takes it over, so that they wait until it has. */
const withRuntime = (html: string) => html.replace('data-runtime="none"', 'data-runtime="react"')

const kept = ['content-type', 'location', 'link']

function finish(
  answer: Answer,
  locale: string,
  tags: ReadonlySet<PageTag>,
  finishHtml: (html: string) => string,
): Promise<CachedPage> {
  const headers: Record<string, string> = {}
  for (const name of kept) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = String(value)
  }
  if (!headers['content-type']?.startsWith('text/html'))
    return makePage(answer.statusCode, headers, answer.rawPayload, tags)
  const html = finishHtml(answer.payload)
  headers['content-security-policy'] = contentPolicy(html)
  headers['content-language'] = locale
  return makePage(answer.statusCode, headers, Buffer.from(html), tags)
}
