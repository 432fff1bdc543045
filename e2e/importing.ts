import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const command = join(import.meta.dirname, '..', 'bin', 'import.mjs')

/** A note with whatever a wiki can hold: a section, tags, an answered and an unanswered question. */
export const smallNote = `# 操作系统

## 进程

### 什么是死锁？

<!-- tags: 并发 -->

两个进程互相等待对方手里的锁。

### 信号量是什么？
`

type File = { name: string; text: string }

/**
 * Imports files beside a running wiki, else the shared one, as a person would at the command line: one after the other, so that the
 * same name again is a newer file.
 */
export async function importNotes(files: File[], dataDir = process.env.ERRATA_E2E_DATA): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-notes-'))
  const paths = files.map(({ name, text }, at) => {
    mkdirSync(join(folder, String(at)))
    const path = join(folder, String(at), `${name}.md`)
    writeFileSync(path, text)
    return path
  })
  const { DATABASE_URL: _, ...env } = process.env
  await run(process.execPath, [command, ...paths], { env: { ...env, DATA_DIR: dataDir } })
  rmSync(folder, { recursive: true })
}
