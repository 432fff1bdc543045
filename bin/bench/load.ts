import autocannon from 'autocannon'
import { processorSeconds } from './processes.ts'
import { median, quantile } from './quantile.ts'
import { Reader } from './reader.ts'

/** Latencies in ms, of one reader; processor time of the serving process alone, under load. */
export type Load = { perSecond: number; p50: number; p99: number; cpuMsPerView: number }

const connections = 16
const seconds = 10
const views = 3_000
const headers = { 'accept-encoding': 'br', 'accept-language': 'zh-CN' }

/**
 * Asks for one page as a browser that takes Brotli: again and again on one connection, then over 16 at once for ten seconds.
 * Throws where an answer is not a 200.
 */
export async function loadPage(url: string, path: string, pid: number): Promise<Load> {
  const times = await timesOf(url, path)
  return { ...(await loadUrl(url + path, pid)), p50: median(times), p99: quantile(times, 0.99) }
}

async function timesOf(url: string, path: string): Promise<number[]> {
  const reader = new Reader(url)
  const times: number[] = []
  for (let i = 0; i < 2 * views; i++) times.push((await reader.get(path, headers)).milliseconds)
  reader.leave()
  // The first half is there to warm up.
  return times.slice(views)
}

async function loadUrl(url: string, pid: number) {
  const run = (duration: number) => autocannon({ url, headers, connections, duration, timeout: 5 })
  await run(2)
  const before = await processorSeconds(pid)
  const { requests, errors, non2xx } = await run(seconds)
  const used = (await processorSeconds(pid)) - before
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors + non2xx} of ${requests.total} answers failed.`)
  return {
    perSecond: requests.average,
    cpuMsPerView: (used * 1_000) / requests.total,
  }
}
