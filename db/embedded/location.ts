import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, databaseAccount, may } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { openShelter, shelteredBinaries } from './shelter.ts'

export type Location = { cluster: string; binaries: Binaries; account: Account | undefined }

/**
 * Where the cluster and its programs lie: in the data directory and in node_modules, save where root starts below a
 * directory that is closed to the database's account (such as /root); then in a shelter, noted in `postgres.place`.
 */
export function locate(dataDir: string): Location {
  const place = notedPlace(dataDir) ?? dataDir
  const account = databaseAccount(join(place, 'postgres'))
  const packaged = findBinaries()
  if (!account) return { cluster: join(place, 'postgres'), binaries: packaged, account }
  return {
    cluster: join(place === dataDir ? reachablePlace(dataDir, account) : place, 'postgres'),
    binaries: canRun(packaged, account) ? packaged : shelteredBinaries(packaged),
    account,
  }
}

const noteOf = (dataDir: string) => join(dataDir, 'postgres.place')

function notedPlace(dataDir: string): string | undefined {
  if (!existsSync(noteOf(dataDir))) return undefined
  const place = readFileSync(noteOf(dataDir), 'utf8').trim()
  if (existsSync(place)) return place
  throw new Error(`The database of ${dataDir} lies in ${place}, which is missing. Put it back.`)
}

function reachablePlace(dataDir: string, account: Account): string {
  const before = statSync(dataDir)
  chownSync(dataDir, account.uid, account.gid)
  if (may(account, 'test -x "$1" && test -w "$1"', dataDir)) return dataDir
  if (existsSync(join(dataDir, 'postgres')))
    throw new Error(
      `The account that owns the database in ${dataDir} cannot reach it any more: let it pass the directories above.`,
    )
  chownSync(dataDir, before.uid, before.gid)
  return shelteredPlace(dataDir, account)
}

function shelteredPlace(dataDir: string, account: Account): string {
  const place = join(openShelter(), randomBytes(8).toString('hex'))
  try {
    writeFileSync(noteOf(dataDir), `${place}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another instance that starts at the same moment has chosen.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(noteOf(dataDir), 'utf8').trim()
  }
  mkdirSync(place, { mode: 0o700 })
  chownSync(place, account.uid, account.gid)
  return place
}

function canRun({ folder, postgres }: Binaries, account: Account): boolean {
  const data = join(folder, 'share', 'postgresql', 'postgres.bki')
  return may(account, '"$1" --version >/dev/null 2>&1 && test -r "$2"', postgres, data)
}
