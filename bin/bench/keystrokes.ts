import { judgedQueries } from '#lib/testing/judged'
import { realNotes } from '#lib/testing/notes'
import { quantile } from './quantile.ts'
import { Reader } from './reader.ts'

/** Milliseconds. */
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

/** Types queries letter by letter, one request at a time on one connection, as a reader would. */
export async function typeQueries(url: string): Promise<Latency> {
  const reader = new Reader(url)
  const keystrokes = queries().flatMap((query) => {
    const letters = Array.from(query)
    return letters.map((_, index) => letters.slice(0, index + 1).join(''))
  })
  const ask = (typed: string) => reader.get(`/api/search?q=${encodeURIComponent(typed)}&limit=10`)
  try {
    // A reader comes to a wiki that was asked before.
    for (const typed of keystrokes.slice(0, 200)) await ask(typed)
    const times: number[] = []
    for (const typed of keystrokes) times.push((await ask(typed)).milliseconds)
    return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length }
  } finally {
    reader.leave()
  }
}

// The judged queries lie beside the real notes.
export const queries = (): string[] => (realNotes() ? judgedQueries().queries.map(({ q }) => q) : words)
