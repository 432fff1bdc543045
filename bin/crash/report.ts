import { quantile } from '../bench/quantile.ts'
import type { CrashResults, Wanted } from './cycles.ts'
import type { Victim } from './wiki.ts'

const victims: Victim[] = ['application', 'database', 'both']

/** The table of a run, and whether every promise held. */
export function reportOf(
  { cycles, faults, counts, acknowledged, kept }: CrashResults,
  { readyWithin, clients, seed }: Wanted,
): { text: string; isGood: boolean } {
  const slowest = Math.max(...cycles.map(({ readyIn }) => readyIn))
  const wrong = Object.values(faults).flat()
  const isReady = slowest <= readyWithin * 1_000
  const rows = [
    '| killed | times | ready p50 / max s | next save p50 / max s |',
    '| --- | --- | --- | --- |',
    ...victims.map((victim) =>
      rowOf(
        victim,
        cycles.filter((cycle) => cycle.victim === victim),
      ),
    ),
    '',
    `${clients} clients, seed ${seed}: ${acknowledged} saves acknowledged (${counts.merged} merged), ${counts.conflicts} conflicts, ${counts.refused} refused,`,
    `${counts.unanswered} sendings without an answer, ${counts.again} saves answered when they were sent again; ${kept} revisions in the database.`,
    `Lost ${faults.lost.length}, doubled ${faults.doubled.length}, out of chain ${faults.broken.length}, incomplete ${faults.incomplete.length}, unseen by readers ${faults.unseen.length}.`,
    ...wrong.slice(0, 20),
    isReady ? '' : `Not ready within ${readyWithin} s: the slowest took ${inSeconds(slowest)} s.`,
  ]
  return { text: rows.join('\n').trimEnd(), isGood: wrong.length === 0 && isReady && acknowledged > 0 }
}

function rowOf(victim: Victim, cycles: { readyIn: number; answeredIn: number }[]): string {
  const spread = (times: number[]) =>
    times.length === 0 ? '–' : `${inSeconds(quantile(times, 0.5))} / ${inSeconds(Math.max(...times))}`
  const ready = spread(cycles.map(({ readyIn }) => readyIn))
  return `| ${victim} | ${cycles.length} | ${ready} | ${spread(cycles.map(({ answeredIn }) => answeredIn))} |`
}

const inSeconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1)
