import { existsSync, readFileSync } from 'node:fs'

export type Latency = { p50: number; p95: number; count: number }

const words = [
  '三次握手',
  'epoll',
  '事务隔离级别',
  'redis 持久化',
  '协程',
  'mysql索引',
  '死锁',
  'GIL',
  'nginx',
  'TIME_WAIT',
]

/** Types queries letter by letter, one request at a time on one connection, as a reader would. Milliseconds. */
export async function typeQueries(url: string): Promise<Latency> {
  const keystrokes = queries().flatMap((query) =>
    Array.from(query, (_, index) =>
      Array.from(query)
        .slice(0, index + 1)
        .join(''),
    ),
  )
  for (const typed of keystrokes.slice(0, 60)) await ask(url, typed)
  const times: number[] = []
  for (const typed of keystrokes) times.push(await ask(url, typed))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), count: times.length }
}

async function ask(url: string, typed: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${url}/api/search?q=${encodeURIComponent(typed)}&limit=10`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`Search answered ${answer.status} to ${typed}`)
  return performance.now() - began
}

function queries(): string[] {
  const judged = '../shared/search-judged.json'
  if (!existsSync(judged)) return words
  const { queries } = JSON.parse(readFileSync(judged, 'utf8')) as { queries: { q: string }[] }
  return queries.map(({ q }) => q)
}
