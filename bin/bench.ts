import { parseArgs } from 'node:util'
import { measureNotes } from './bench/measure-notes.ts'
import { measureSaves, type Saves } from './bench/measure-saves.ts'
import { measureSize } from './bench/measure-size.ts'
import { loadAverage } from './bench/processes.ts'
import { type Measured, type Results, tableOf } from './bench/table.ts'
import { leavingNothing } from './bench/undo.ts'
import type { Step } from './step.ts'

const usage = `Usage: npm run bench [-- --quick | --saves]

Measures the production build on this machine, on loopback and with data of its own, and prints the figures beside those
of others. The machine should have nothing else to do.

  --quick     leave out 100,000 entries
  --saves     measure nothing but saves
  -h, --help  show this`

const options = {
  quick: { type: 'boolean', default: false },
  saves: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Runs the benchmark; returns the exit code: 0 where all targets are reached, 1 where one is missed, 2 where the command was wrong. */
export async function main(argv: string[], step: Step): Promise<number> {
  const values = parse(argv)
  if (!values || values.help) {
    console.log(usage)
    return values ? 0 : 2
  }
  return leavingNothing(() => (values.saves ? measureOnlySaves(step) : measure(values.quick, step)))
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(`${error.message}\n`)
    return undefined
  }
}

async function measureOnlySaves(step: Step): Promise<number> {
  const before = await loadAverage()
  const saves = await measureSaves(step)
  const results = resultsOfSaves(saves)
  console.log(`${tableOf(results)}\n\n${costOfSaves(saves)}`)
  console.log(`Load average of this machine before and after: ${before}, ${await loadAverage()}.`)
  return Object.values(results).some(({ reached }) => reached === false) ? 1 : 0
}

async function measure(quick: boolean, step: Step): Promise<number> {
  const busy = [await loadAverage()]
  const notes = await measureNotes(step)
  busy.push(await loadAverage())
  const saves = await measureSaves(step)
  busy.push(await loadAverage())
  const small = await measureSize(10_000, step)
  busy.push(await loadAverage())
  const large = quick ? undefined : await measureSize(100_000, step)
  busy.push(await loadAverage())
  const results = { ...resultsOf(notes, small, large), ...resultsOfSaves(saves) }
  console.log(tableOf(results))
  console.log(
    `\nEntry page ${notes.page}: ${notes.bytes} bytes with Brotli, ${round(notes.load.totalKilobytes)} kB for a first load.`,
  )
  if (notes.nginx) {
    const { perSecond, cpuMsPerView, p50, p99 } = notes.nginx
    console.log(
      `nginx with the same bytes, one process: ${whole(perSecond)} views/s, ${cpuMsPerView.toFixed(3)} CPU ms per view, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms.`,
    )
  }
  console.log(costOfSaves(saves))
  for (const [count, size] of [
    ['10,000', small],
    ['100,000', large],
  ] as const) {
    if (!size) continue
    const lists = size.made.map(({ page, milliseconds }) => `${page} ${whole(milliseconds)}`).join(', ')
    console.log(`Lists made anew at ${count} entries, ms: ${lists}. Postgres has ${whole(size.database)} MB.`)
  }
  console.log(`Load average of this machine at the beginning, after each part: ${busy.join(', ')}.`)
  return Object.values(results).some(({ reached }) => reached === false) ? 1 : 0
}

type Size = Awaited<ReturnType<typeof measureSize>>

function resultsOf(
  notes: Awaited<ReturnType<typeof measureNotes>>,
  small: Size,
  large: Size | undefined,
): Results {
  const { views, load, search, memory, laterStart } = notes
  return {
    viewsPerSecond: { ours: whole(views.perSecond), reached: views.perSecond >= 15_000 },
    cpuMsPerView: { ours: views.cpuMsPerView.toFixed(3) },
    viewP50: { ours: views.p50.toFixed(2) },
    viewP99: { ours: views.p99.toFixed(2) },
    searchNotes: latency(search.waited, 8),
    workedNotes: { ours: round(search.worked) },
    search10k: latency(small.search.waited, 8),
    worked10k: { ours: round(small.search.worked) },
    ...(small.outside && { outside10k: latency(small.outside.waited, 8) }),
    paint10k: latency(small.paint, 50),
    ...(large && {
      search100k: latency(large.search.waited, 30),
      worked100k: { ours: round(large.search.worked) },
    }),
    ...(large?.outside && { outside100k: latency(large.outside.waited, 30) }),
    textVisible: { ours: whole(load.textVisible) },
    requests: { ours: `${load.requests}`, reached: load.requests <= 11 },
    scriptKilobytes: { ours: round(load.scriptKilobytes), reached: load.scriptKilobytes <= 100 },
    laterStart: { ours: (laterStart / 1_000).toFixed(1), reached: laterStart <= 4_000 },
    serverMegabytes: { ours: whole(memory.server) },
    databaseMegabytes: { ours: whole(memory.database) },
  }
}

const costOfSaves = ({ cpuMs }: Saves): string =>
  `A save at eight editors: ${round(cpuMs.server)} CPU ms of the server, ${round(cpuMs.database)} of Postgres.`

const resultsOfSaves = ({ p50, p95, perSecond }: Saves): Results => ({
  saveP50: { ours: `${round(p50)} / ${round(p95)}`, reached: p50 <= 10 },
  savesPerSecond: { ours: whole(perSecond), reached: perSecond >= 150 },
})

const latency = ({ p50, p95 }: { p50: number; p95: number }, most: number): Measured => ({
  ours: `${round(p50)} / ${round(p95)}`,
  reached: p95 <= most,
})

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const round = (value: number): string => value.toFixed(1)
