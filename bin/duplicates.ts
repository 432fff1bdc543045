import { alone } from '#lib/duplicates/keep-proposing'
import { proposeDuplicates } from '#lib/duplicates/propose'

const usage = `Usage: npm run duplicates

Compares every question with the others and proposes pairs that may ask the same, for editors to decide. The wiki does this by itself
once a day, and soon after an import for what is new.

  -h, --help  show this`

/** Runs the command line; returns its exit code: 0, 1 where another process is at it, 2 where the command was wrong. */
export async function main(argv: string[]): Promise<number> {
  const help = argv.every((word) => word === '--help' || word === '-h')
  if (argv.length > 0) {
    if (help) console.log(usage)
    else console.error(`${argv.join(' ')} is not understood.\n\n${usage}`)
    return help ? 0 : 2
  }
  const began = performance.now()
  const done = await alone(() => proposeDuplicates({ progress: sayProgress }))
  if (!done) {
    console.error('Another process is looking for duplicates already.')
    return 1
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { looked, found, added, withdrawn } = done
  console.error(
    `${looked} questions in ${seconds} s: ${found} pairs, ${added} of them new, ${withdrawn} withdrawn.`,
  )
  return 0
}

function sayProgress(done: number, all: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\rLooking: ${done} of ${all}${done === all ? '\r\x1b[K' : ''}`)
  else if (done % 5_000 === 0) console.error(`Looking: ${done} of ${all}`)
}
