import type { IncomingMessage, ServerResponse } from 'node:http'
import inject, { type InjectOptions } from 'light-my-request'
import { expect, test } from 'vitest'
import { answerDirectly } from './answer-directly.ts'

const ask = (options: InjectOptions) =>
  inject((request, response) => {
    const [asked, answer] = [request as unknown as IncomingMessage, response as unknown as ServerResponse] // stand-ins with the whole interface
    const echo = async (_: unknown, { query, body }: { query: URLSearchParams; body: unknown }) => ({
      status: 201,
      body: { q: query.get('q'), isThere: body !== undefined, body },
    })
    void answerDirectly({ 'GET /api/read': echo, 'POST /api/write': echo }, asked, answer).then(
      (isAnswered) => isAnswered || answer.writeHead(204).end(),
    )
  }, options).end()

test('a read has its query, a write its body as JSON, and nobody keeps the answer', async () => {
  const read = await ask({ method: 'GET', url: '/api/read?q=tcp' })
  expect([read.statusCode, read.json()]).toEqual([201, { q: 'tcp', isThere: false }])
  const write = await ask({ method: 'POST', url: '/api/write', payload: { text: '三次握手' } })
  expect([write.statusCode, write.json().body]).toEqual([201, { text: '三次握手' }])
  expect(write.headers['cache-control']).toBe('no-store')
})

test.each(['', '{"text":', 'text=1'])('a body that is no JSON (%j) is none', async (payload) => {
  const { body } = await ask({ method: 'POST', url: '/api/write', payload })
  expect(JSON.parse(body)).toEqual({ q: null, isThere: false })
})

test.each([
  ['POST', '/api/read'],
  ['GET', '/api/write'],
  ['PUT', '/api/write'],
  ['POST', '/api/write/more'],
  ['POST', '/constructor'],
] as const)('%s %s is for Next', async (method, url) => {
  expect((await ask({ method, url })).statusCode).toBe(204)
})
