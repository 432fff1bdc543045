import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One password for each role; `superuser` is for supervision only. */
export type Secrets = { superuser: string; owner: string; application: string }

const nameOf = (dataDir: string) => join(dataDir, 'secrets.json')

/** The passwords of this data directory, made at first use. The file is readable by its owner alone. */
export function requireSecrets(dataDir: string): Secrets {
  const existing = findSecrets(dataDir)
  if (existing) return existing
  const draft = `${nameOf(dataDir)}.${process.pid}`
  const password = () => randomBytes(24).toString('base64url')
  const fresh: Secrets = { superuser: password(), owner: password(), application: password() }
  writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
  try {
    // A link fails where the name exists, so of two instances that start at once the first one's secrets count.
    linkSync(draft, nameOf(dataDir))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return requireSecrets(dataDir)
}

/** The passwords, or undefined where this data directory has none yet. */
export function findSecrets(dataDir: string): Secrets | undefined {
  let text: string
  try {
    text = readFileSync(nameOf(dataDir), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  chmodSync(nameOf(dataDir), 0o600)
  const found = JSON.parse(text) as Partial<Secrets>
  if (!found.superuser || !found.owner || !found.application)
    throw new Error(`${nameOf(dataDir)} lacks a password. Put back the file that was there before.`)
  return { superuser: found.superuser, owner: found.owner, application: found.application }
}
