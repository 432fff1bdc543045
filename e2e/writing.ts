import type { Page } from '@playwright/test'
import { openQuestion } from './going.ts'
import type { OwnWiki } from './own-wiki.ts'

/** The path of the nth question of a note that ships with the wiki. */
export async function question(page: Page, nth: number): Promise<string> {
  await openQuestion(page, nth)
  return new URL(page.url()).pathname
}

/** Opens the editor of the answer that a page shows, by its key. */
export async function edit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: '编辑', exact: true }).first().waitFor()
  await page.keyboard.press('e')
  await opened(page)
}

/** Waits for the editor. */
export async function opened(page: Page): Promise<void> {
  await page.waitForURL(/\/edit$/)
  await page.locator('.edit[data-ready] .editor-text').waitFor()
}

/** Types behind the nth paragraph or, below 0, counted from the last. */
export async function typeBehind(page: Page, nth: number, text: string): Promise<void> {
  await page
    .locator('.editor-text > p')
    .nth(nth)
    .evaluate((paragraph) => {
      paragraph.closest<HTMLElement>('.editor-text')?.focus()
      document.getSelection()?.selectAllChildren(paragraph)
      document.getSelection()?.collapseToEnd()
    })
  await page.keyboard.insertText(text)
}

/** A page in a browser of that person's own. */
export async function pageOf(wiki: OwnWiki, person: 'admin' | 'editor'): Promise<Page> {
  return (await wiki.browserOf(person)).newPage()
}

/** Where the draft is, as the page says it. */
export const kept = (page: Page) => page.locator('.save-kept')
