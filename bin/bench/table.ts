import { anchors, type Figure, systems } from './anchors.ts'

/** What was measured, in words, and whether it reaches its target; undefined where nothing was. */
export type Measured = { ours: string; reached?: boolean }
export type Results = Partial<Record<Figure, Measured>>

const rows: [figure: Figure, name: string, target: string][] = [
  ['viewsPerSecond', 'views/s, 16 connections', '≥ 15,000'],
  ['cpuMsPerView', 'CPU ms per view', ''],
  ['viewP50', 'view p50 ms, one reader', ''],
  ['viewP99', 'view p99 ms, one reader', ''],
  ['searchNotes', 'search p50 / p95 ms, the notes', '≤ 8'],
  ['workedNotes', 'CPU ms per search, the notes', ''],
  ['search10k', 'search p50 / p95 ms, 10,000', '≤ 8'],
  ['worked10k', 'CPU ms per search, 10,000', ''],
  ['outside10k', 'search p50 / p95 ms, 10,000, Meilisearch', '≤ 8'],
  ['search100k', 'search p50 / p95 ms, 100,000', '≤ 30'],
  ['worked100k', 'CPU ms per search, 100,000', ''],
  ['outside100k', 'search p50 / p95 ms, 100,000, Meilisearch', '≤ 30'],
  ['paint10k', 'key to results painted p50 / p95 ms, 10,000', '≤ 50'],
  ['textVisible', 'first load: text visible ms', ''],
  ['requests', 'first load: requests', '≤ 11'],
  ['scriptKilobytes', 'first load: JS kB', '≤ 100'],
  ['saveP50', 'save p50 / p95 ms, one editor', 'p50 ≤ 10'],
  ['savesPerSecond', 'saves/s, eight editors', '≥ 150'],
  ['laterStart', 'later start s', '≤ 4'],
  ['serverMegabytes', 'memory of the server MB', ''],
  ['databaseMegabytes', 'memory of Postgres MB', ''],
]

/** The figures beside their targets and those of others; what misses its target is marked. */
export function tableOf(results: Results): string {
  const head = ['', 'Errata', 'target', ...systems]
  const body = rows.map(([figure, name, target]) => {
    const { ours = 'not measured', reached = true } = results[figure] ?? {}
    return [
      name,
      reached ? ours : `${ours} ✗`,
      target,
      ...systems.map((system) => anchors[figure][system] ?? '–'),
    ]
  })
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((row) => (row[at] ?? '').length)))
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
