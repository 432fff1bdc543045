import { parseArgs } from 'node:util'
import { leavingNothing } from './bench/undo.ts'
import { runCycles } from './crash/cycles.ts'
import { reportOf } from './crash/report.ts'
import type { Step } from './step.ts'

const usage = `Usage: npm run crash-test [-- --cycles N]

Starts a wiki on data of its own, lets clients save without pause, and again and again ends the application, the database or
both at once with SIGKILL. After each time everything that was acknowledged is looked up in the database.

  --cycles N        how often to kill (20)
  --clients N       how many clients write (16)
  --ready-within S  seconds after which the wiki must be ready again by itself (10)
  --seed N          the same kills again
  -h, --help        show this`

const options = {
  cycles: { type: 'string', default: '20' },
  clients: { type: 'string', default: '16' },
  'ready-within': { type: 'string', default: '10' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Runs the crash test; returns the exit code: 0 where every promise held, 1 where one did not, 2 where the command was wrong. */
export async function main(argv: string[], step: Step): Promise<number> {
  const values = parse(argv)
  const wanted = values && {
    cycles: Number(values.cycles),
    clients: Number(values.clients),
    readyWithin: Number(values['ready-within']),
    seed: Number(values.seed ?? Date.now() % 1_000_000),
  }
  if (!values || !wanted || values.help || !Object.values(wanted).every((number) => number >= 1)) {
    console.log(usage)
    return values?.help ? 0 : 2
  }
  const results = await leavingNothing(() => runCycles(wanted, step))
  const { text, isGood } = reportOf(results, wanted)
  console.log(text)
  return isGood ? 0 : 1
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
