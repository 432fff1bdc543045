import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** Imports a file of that name and text beside a running wiki, as a person would at the command line; the same name again is a newer file. */
export async function importNote(dataDir: string | undefined, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-note-'))
  const file = join(folder, `${name}.md`)
  writeFileSync(file, text)
  const { DATABASE_URL: _, ...env } = process.env
  await run(process.execPath, [command, file], { env: { ...env, DATA_DIR: dataDir } })
  rmSync(folder, { recursive: true })
}
