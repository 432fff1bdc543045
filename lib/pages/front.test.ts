import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import inject from 'light-my-request'
import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { frontHandler } from './front.ts'
import { PageCache } from './page-cache.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

// What a build leaves; this test needs none.
mkdirSync(join(process.cwd(), '.next', 'static'), { recursive: true })

const front = frontHandler(
  async (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('What the wiki holds'),
  new PageCache(1_000_000),
  { 'GET /api/search': async () => ({ status: 200, body: { hits: 'What the wiki holds' } }) },
)
const ask = (url: string, headers: Record<string, string> = {}) =>
  inject(
    (asked, response) => {
      void front(asked as unknown as IncomingMessage, response as unknown as ServerResponse) // stand-ins with the whole interface
    },
    { url, headers },
  ).end()

test.each([
  ['without a session', {}],
  ['with a session that somebody made up', { cookie: 'errata-session=made.up.token; signed-in=1' }],
])('a wiki that is not public sends whoever comes %s to sign in', async (_, headers) => {
  const page = await ask('/notes?q=1', headers)
  expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?next=%2Fnotes%3Fq%3D1'])
  expect(page.payload).not.toContain('holds')
  const search = await ask('/api/search?q=tcp', headers)
  expect(search.statusCode).toBe(401)
  expect(search.payload).not.toContain('holds')
})

/** The status and text for a path sent letter by letter, which `inject` and `fetch` would put in order before. */
async function askRaw(path: string): Promise<[status: number | undefined, text: string]> {
  const server = createServer((request, response) => void front(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const [answer]: IncomingMessage[] = await once(request({ port, path }).end(), 'response')
  const said = await text(answer!)
  server.close()
  return [answer!.statusCode, said]
}

test.each(['/account/../notes', '/sign-in/%2e%2e/notes', '/account\\..\\notes', '/api/auth/../search?q=tcp'])(
  'nor does %s, which begins as what everybody may see, lead a guest to its contents',
  async (path) => {
    const [status, said] = await askRaw(path)
    expect(status).toBe(400)
    expect(said).not.toContain('holds')
  },
)
