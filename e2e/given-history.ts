import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'

const run = promisify(execFile)
const command = join(import.meta.dirname, '..', 'bin', 'import.mjs')

/** A note of one question whose answer has these texts as its versions: the same file imported again and again. */
export async function givenHistory(...answers: string[]): Promise<{ note: string; question: string }> {
  const note = `历史 ${randomBytes(4).toString('hex')}`
  const question = `握手为什么要三次 ${note}？`
  const folder = mkdtempSync(join(tmpdir(), 'errata-history-'))
  const file = join(folder, `${note}.md`)
  const { DATABASE_URL: _, ...env } = process.env
  for (const answer of answers) {
    writeFileSync(
      file,
      `# ${note}\n\n## 传输层\n\n### ${question}\n\n${answer}\n\n### 另一个问题？\n\n它的答案在这里。\n`,
    )
    await run(process.execPath, [command, file], { env: { ...env, DATA_DIR: process.env.ERRATA_E2E_DATA } })
  }
  rmSync(folder, { recursive: true })
  return { note, question }
}

/** Goes to a question of a note the way a reader would. */
export async function openQuestion(page: Page, { note, question }: { note: string; question: string }) {
  await page.goto('/notes')
  await page.getByRole('main').getByRole('link', { name: note }).click()
  await page.getByRole('main').getByRole('link', { name: question }).click()
}
