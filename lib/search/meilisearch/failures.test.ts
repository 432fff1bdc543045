import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { SearchDoc } from '../engine.ts'
import { SearchTaskFailed, SearchUnavailable } from '../failures.ts'
import { connect } from './connection.ts'
import { liveIndex } from './engine.ts'

const index = `/indexes/${liveIndex}`
const masterKey = 'a-master-key-of-some-length'
let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

type Answer = { status: number; body: unknown } | 'nothing' | 'not JSON'
type Seen = { method: string; path: string; key: string }

/** A server that answers as Meilisearch 1.21 was seen to; `special` by "METHOD path" where a test wants something else. */
async function pretend(special: Record<string, Answer>) {
  const seen: Seen[] = []
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    const key = (request.headers.authorization ?? '').replace('Bearer ', '')
    seen.push({ method: request.method ?? '', path, key })
    const answer = special[`${request.method} ${path}`] ?? usual(`${request.method} ${path}`)
    request.resume().on('end', () => {
      if (answer === 'nothing') return
      if (answer === 'not JSON')
        return response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>')
      response
        .writeHead(answer.status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  const outside = connect(`http://127.0.0.1:${port}`, masterKey)
  return { ...outside, seen }
}

function usual(route: string): Answer {
  if (route.startsWith('GET /keys/')) return { status: 200, body: { key: `key-${route.at(-1)}` } }
  if (route === `POST ${index}/documents/fetch`) return { status: 200, body: { results: [], total: 0 } }
  if (route === `POST ${index}/documents`) return { status: 202, body: { taskUid: 7 } }
  if (route === 'GET /tasks/7') return { status: 200, body: { uid: 7, status: 'succeeded' } }
  return { status: 404, body: { message: 'not found', code: 'not_found' } }
}

const doc: SearchDoc = {
  id: '00000000-0000-7000-8000-000000000001',
  version: 1,
  title: '题目',
  aliases: [],
  headings: '',
  body: '',
  space: 's',
  tags: [],
  author: 'a',
  state: 'answered',
  asked: 0,
  acl: ['public'],
  updatedAt: 1,
}
const question = { q: '题', filter: { acl: ['public'] } }
const overloaded = { status: 503, body: { message: 'too many', code: 'too_many_search_requests' } }
const refused = (code: string) => ({ uid: 7, status: 'failed', error: { message: 'no', code } })

test('a write is done when its task has succeeded, not when it was accepted', async () => {
  const { engine, seen } = await pretend({})
  await engine.upsert([doc])
  expect(seen.map(({ method, path }) => `${method} ${path}`).slice(-2)).toEqual([
    `POST ${index}/documents`,
    'GET /tasks/7',
  ])
})

test('an accepted write whose task fails is refused, with the reason', async () => {
  const { engine } = await pretend({ 'GET /tasks/7': { status: 200, body: refused('invalid_document_id') } })
  await expect(engine.upsert([doc])).rejects.toThrow(SearchTaskFailed)
  await expect(engine.upsert([doc])).rejects.toMatchObject({ code: 'invalid_document_id' })
})

test.each<[string, Answer]>([
  ['overloaded', overloaded],
  ['told to wait', { status: 429, body: { message: 'slow down' } }],
  ['behind a gateway that has lost it', 'not JSON'],
  ['not letting us in any more', { status: 403, body: { message: 'invalid key', code: 'invalid_api_key' } }],
  ['without the index for a search', { status: 400, body: { message: 'no index', code: 'index_not_found' } }],
  ['without the index', { status: 404, body: { message: 'no index', code: 'index_not_found' } }],
])('a server that is %s is unavailable, for writes as for searches', async (_, answer) => {
  const { engine } = await pretend({
    [`POST ${index}/documents`]: answer,
    'POST /multi-search': answer,
  })
  await expect(engine.upsert([doc])).rejects.toThrow(SearchUnavailable)
  await expect(engine.search(question)).rejects.toThrow(SearchUnavailable)
})

test('a search and a write that get no answer are given up', async () => {
  const { engine } = await pretend({
    'POST /multi-search': 'nothing',
    [`POST ${index}/documents`]: 'nothing',
  })
  const answers = await Promise.allSettled([engine.search(question), engine.upsert([doc])])
  expect(answers).toEqual([
    { status: 'rejected', reason: expect.any(SearchUnavailable) },
    { status: 'rejected', reason: expect.any(SearchUnavailable) },
  ])
})

test('the master key is used for keys alone, and each other request has the key for its kind', async () => {
  const { engine, seen } = await pretend({ 'POST /multi-search': overloaded })
  await engine.upsert([doc])
  await engine.search(question).catch(() => {})
  const withMaster = seen.filter(({ key }) => key === masterKey).map(({ path }) => path.split('/')[1])
  expect(new Set(withMaster)).toEqual(new Set(['keys']))
  expect(new Set(seen.filter(({ path }) => path === '/multi-search').map(({ key }) => key))).toEqual(
    new Set(['key-1']),
  )
  expect(new Set(seen.filter(({ path }) => path.startsWith('/indexes')).map(({ key }) => key))).toEqual(
    new Set(['key-2']),
  )
})

test('keys that could not be made at first are made when the server is there', async () => {
  const special: Record<string, Answer> = {
    'GET /keys/5f0c7b52-6d1e-4c55-9d0e-3a1f6f1b8a01': overloaded,
  }
  const { engine } = await pretend(special)
  await expect(engine.upsert([doc])).rejects.toThrow(SearchUnavailable)
  for (const route of Object.keys(special)) delete special[route]
  await engine.upsert([doc])
})

test('a server that is not there is unavailable at once', async () => {
  const { engine } = connect('http://127.0.0.1:9', masterKey)
  await expect(engine.search(question)).rejects.toThrow(SearchUnavailable)
})
