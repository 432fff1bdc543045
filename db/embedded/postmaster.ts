import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A running server of a cluster, as its lock file describes it; it takes connections when it is ready. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/**
 * The server that runs on this cluster, also when another process started it; undefined where there is none.
 * A lock file whose process is gone, or whose number now belongs to somebody else, is no server.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLock(cluster)
  if (!lines) return undefined
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!isAlive(pid) || !worksOn(pid, cluster)) return undefined
  return { pid, port, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Disarms a lock file that names a living process which is not our server (or a dead one nobody buried): Postgres would
 * refuse to start. The rest of the file stays, for by it Postgres sees whether orphans of the old server still write.
 */
export function disarmForeignLock(cluster: string): void {
  const [pid, ...rest] = readLock(cluster) ?? []
  if (pid === undefined || !isAlive(Number(pid)) || worksOn(Number(pid), cluster)) return
  writeFileSync(join(cluster, 'postmaster.pid'), [nobody, ...rest].join('\n'))
}

// Larger than any system's process numbers.
const nobody = 2_147_483_646

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readLock(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

// A server's working directory is its cluster; where the system does not show it, its command line names it.
function worksOn(pid: number, cluster: string): boolean {
  const real = realpathSync(cluster)
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === real
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes(real) || command.includes(cluster)
  } catch {
    return false
  }
}
