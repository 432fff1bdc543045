import { spawn } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from './environment.ts'
import type { Location } from './location.ts'
import { settingsFile } from './settings.ts'

/** Makes the cluster where there is none. It appears under its name only when it is complete. */
export async function initialise({ cluster, binaries, account }: Location, password: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const draft = `${cluster}.new-${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=errata_supervisor',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--lc-messages=C',
      ],
      account,
    )
    appendFileSync(join(draft, 'postgresql.conf'), `\ninclude_if_exists '${settingsFile}'\n`)
    renameSync(draft, cluster)
  } catch (error) {
    // Of two instances that start at once, one finds the other's cluster in place.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function run(program: string, args: string[], account: Location['account']): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The database could not be set up:\n${output.trim()}`)),
    )
  })
}
