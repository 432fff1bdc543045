import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { findSecrets } from './secrets.ts'

/** Makes the data directory, for its owner's eyes only. Refuses a directory that holds somebody else's files. */
export function requireDataDir(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (!findSecrets(path)) refuseUsed(path)
    chmodSync(path, 0o700)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!code) throw error
    throw new Error(`DATA_DIR ${path} cannot be used (${code}). Choose a directory that you may write to.`)
  }
}

function refuseUsed(path: string): void {
  const names = readdirSync(path).filter((name) => name !== 'lost+found' && !name.startsWith('secrets.json.'))
  if (names.includes('postgres') || names.includes('postgres.place'))
    throw new Error(`${path}/secrets.json is missing: it has the passwords of the database. Put it back.`)
  if (names.length > 0)
    throw new Error(`DATA_DIR ${path} holds files that are not Errata's. Choose an empty directory.`)
}
