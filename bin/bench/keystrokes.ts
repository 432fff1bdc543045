import { judgedQueries } from '#lib/testing/judged'
import { realNotes } from '#lib/testing/notes'
import { processorMilliseconds } from './processes.ts'
import { quantile } from './quantile.ts'
import { Reader } from './reader.ts'

/** Milliseconds. */
export type Latency = { p50: number; p95: number; count: number }
/** As a reader waits, and what the processes at work took of the processors on average: that says more where others use the machine too. */
export type Search = { waited: Latency; worked: number }

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
const warmingRounds = 20

/**
 * Types queries letter by letter, one request at a time on one connection, as a reader would. `answering`: the processes that do the
 * work, asked for once they are all there: the database has one for each connection, and those are made by the first searches.
 */
export async function typeQueries(url: string, answering: () => Promise<number[]>): Promise<Search> {
  const reader = new Reader(url)
  const ask = (typed: string) => reader.get(`/api/search?q=${encodeURIComponent(typed)}&limit=10`)
  try {
    // A reader comes to a wiki that was asked before, but not this.
    for (let round = 0; round < warmingRounds; round++)
      for (const typed of keystrokesOf(words)) await ask(typed)
    const waited: number[] = []
    const pids = await answering()
    // Not around each keystroke: reading what processes took costs them as much as an answer.
    const before = await processorMilliseconds(pids)
    for (const typed of keystrokesOf(queries())) waited.push((await ask(typed)).milliseconds)
    const worked = ((await processorMilliseconds(pids)) - before) / waited.length
    return { waited: latencyOf(waited), worked }
  } finally {
    reader.leave()
  }
}

const keystrokesOf = (texts: string[]): string[] =>
  texts.flatMap((text) => {
    const letters = Array.from(text)
    return letters.map((_, index) => letters.slice(0, index + 1).join(''))
  })

const latencyOf = (times: number[]): Latency => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  count: times.length,
})

// The judged queries lie beside the real notes.
export const queries = (): string[] => (realNotes() ? judgedQueries().queries.map(({ q }) => q) : words)
