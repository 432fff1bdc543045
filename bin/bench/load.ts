import autocannon from 'autocannon'
import { processorSeconds } from './running-wiki.ts'

export type Load = { perSecond: number; p50: number; p99: number; cpuMsPerView: number; errors: number }

/** Asks for one URL over 16 connections for some seconds. Latencies in ms; processor time of the process `pid` alone. */
export async function loadUrl(url: string, pid: number, seconds = 10): Promise<Load> {
  const headers = { 'accept-encoding': 'br', 'accept-language': 'zh-CN' }
  await autocannon({ url, headers, connections: 16, duration: 2 })
  const before = await processorSeconds(pid)
  const result = await autocannon({ url, headers, connections: 16, duration: seconds })
  const used = (await processorSeconds(pid)) - before
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerView: (used * 1_000) / result.requests.total,
    errors: result.errors + result.non2xx,
  }
}
