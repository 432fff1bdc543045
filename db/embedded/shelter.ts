import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, binariesIn } from './binaries.ts'

const shelter = '/var/lib/errata'

/** A folder that every account can pass, for what root must keep outside directories that are closed to others. */
export function openShelter(): string {
  mkdirSync(shelter, { recursive: true, mode: 0o755 })
  chmodSync(shelter, 0o755)
  return shelter
}

/** A copy of the programs that the database's account can run, made once for each version. */
export function shelteredBinaries(packaged: Binaries): Binaries {
  const place = join(openShelter(), `programs-${packaged.version}-${process.arch}`)
  if (!existsSync(place)) {
    const draft = `${place}.${process.pid}`
    cpSync(packaged.folder, draft, { recursive: true, verbatimSymlinks: true })
    letEveryoneRead(draft)
    try {
      renameSync(draft, place)
    } catch {
      // Another instance that starts at the same moment made the same copy.
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return binariesIn(place, packaged.version)
}

function letEveryoneRead(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) letEveryoneRead(join(path, name))
}
