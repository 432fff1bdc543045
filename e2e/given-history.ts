import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { importNotes } from './importing.ts'

export type History = { note: string; question: string }

/** A note of one question whose answer has these texts as its versions: the same file imported again and again. */
export async function givenHistory(...answers: string[]): Promise<History> {
  const note = `历史 ${randomBytes(4).toString('hex')}`
  const question = `握手为什么要三次 ${note}？`
  const versions = answers.map((answer) => ({
    name: note,
    text: `# ${note}\n\n## 传输层\n\n### ${question}\n\n${answer}\n\n### 另一个问题？\n\n它的答案在这里。\n`,
  }))
  await importNotes(versions)
  return { note, question }
}

/** Goes to a question of a note the way a reader would. */
export async function openQuestion(page: Page, { note, question }: History) {
  await page.goto('/notes')
  await page.getByRole('main').getByRole('link', { name: note }).click()
  await page.getByRole('main').getByRole('link', { name: question }).click()
}
