import * as http from 'node:http'
import * as https from 'node:https'
import { MeilisearchApiError, type MultiSearchQuery } from 'meilisearch'
import { call } from './calls.ts'
import type { Named } from './likeness.ts'

type Hits = {
  hits: Named[]
  estimatedTotalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
}
/** Several searches in one request. Throws SearchTaskFailed, SearchUnavailable. */
export type Searcher = (queries: MultiSearchQuery[]) => Promise<Hits[]>

// The server closes what was not used for five seconds.
const idle = 4_000

/**
 * Asks a server with a key that may search, `patience` milliseconds at most. Not through the official client: `fetch`, on which that
 * stands, takes four tenths of a millisecond for each request, five times as long as this.
 */
export function searcherOf(host: string, key: string, patience: number): Searcher {
  const url = new URL('multi-search', host.endsWith('/') ? host : `${host}/`)
  const { request, Agent } = url.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, timeout: idle })
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }

  const post = (body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const signal = AbortSignal.timeout(patience)
      const asking = request(url, { method: 'POST', agent, headers, signal }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      asking.on('error', (error: NodeJS.ErrnoException) =>
        // Closed by the server just as it was taken for this: nobody has read what was asked.
        asking.reusedSocket && error.code === 'ECONNRESET' ? post(body).then(resolve, reject) : reject(error),
      )
      asking.end(body)
    })

  return (queries) =>
    call(async () => {
      const { status, text } = await post(JSON.stringify({ queries }))
      if (status !== 200) throw new MeilisearchApiError(new Response(null, { status }), JSON.parse(text))
      const { results }: { results: Hits[] } = JSON.parse(text)
      return results
    })
}
