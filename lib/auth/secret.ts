import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env'

let secret: string | undefined

/** What signs and encrypts session tokens: AUTH_SECRET, else 256 random bits kept in DATA_DIR for its owner alone. */
export function authSecret(): string {
  secret ??= env().AUTH_SECRET ?? keptSecret(join(env().DATA_DIR, 'auth-secret'))
  return secret
}

function keptSecret(path: string): string {
  mkdirSync(env().DATA_DIR, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // every error of node:fs carries a code
  }
  return readFileSync(path, 'utf8').trim()
}
