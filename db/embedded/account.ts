import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** Whom Postgres runs as. */
export type Account = { uid: number; gid: number }

/**
 * Postgres refuses to run as root: the account it runs as then is the owner of an existing cluster, else `postgres`,
 * else one made for it. Undefined where this process is not root and Postgres simply runs as the same person.
 */
export function databaseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findAccount('postgres') ?? findAccount('errata-postgres') ?? createAccount()
}

/** Whether a shell test succeeds for that account; its arguments are `$1`, `$2` … */
export function may(account: Account, script: string, ...args: string[]): boolean {
  const options = { ...account, cwd: '/', stdio: 'ignore', timeout: 20_000 } as const
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...args], options).status === 0
}

function findAccount(name: string): Account | undefined {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':')
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

function createAccount(): Account {
  const name = 'errata-postgres'
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', name],
  ] as const
  for (const [command, ...rest] of ways) spawnSync(command, rest, { stdio: 'ignore', timeout: 20_000 })
  const account = findAccount(name) ?? findAccount('nobody')
  if (account) return account
  throw new Error(
    `Postgres does not run as root, and the account ${name} could not be made. Start as an ordinary user, or set DATABASE_URL.`,
  )
}
