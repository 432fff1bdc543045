import { isUnavailable } from '#lib/search/failures'
import { outside } from '#lib/search/meilisearch/connection'
import { postgresEngine } from '#lib/search/postgres/engine'
import { rebuildIndex } from '#lib/search/sync/rebuild'
import { rebuildOutside } from '#lib/search/sync/rebuild-outside'

const usage = `Usage: npm run reindex

Makes the search indexes anew from what is in the database: the embedded one, and that of MEILI_URL where it is set. Search goes on
meanwhile, and nothing that is saved meanwhile is missed.

  -h, --help  show this`

/** Runs the command line; returns its exit code: 0, 1 where an index could not be made, 2 where the command was wrong. */
export async function main(argv: string[]): Promise<number> {
  const help = argv.every((word) => word === '--help' || word === '-h')
  if (argv.length > 0) {
    if (help) console.log(usage)
    else console.error(`${argv.join(' ')} is not understood.\n\n${usage}`)
    return help ? 0 : 2
  }
  const server = outside()
  const embedded = await rebuild('embedded index', (progress) => rebuildIndex(postgresEngine(), progress))
  const other = server
    ? await rebuild('Meilisearch', (progress) => rebuildOutside(server.engine, progress))
    : true
  return embedded && other ? 0 : 1
}

async function rebuild(
  name: string,
  work: (progress: (done: number, total: number) => void) => Promise<number | undefined>,
): Promise<boolean> {
  const began = performance.now()
  try {
    const count = await work((done, total) => sayProgress(name, done, total))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.error(
      count === undefined
        ? `${name}: being made anew by another process already.`
        : `${name}: ${count} entries in ${seconds} s.`,
    )
    return count !== undefined
  } catch (error) {
    if (!isUnavailable(error)) throw error
    console.error(`${name}: ${error.message} What it had stays as it was.`)
    return false
  }
}

function sayProgress(name: string, done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${name}: ${done} of ${total}${done === total ? '\r\x1b[K' : ''}`)
  else if (done % 10_000 === 0 && done > 0) console.error(`${name}: ${done} of ${total}`)
}
