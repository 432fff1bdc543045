import type { Page } from '@playwright/test'

/** Opens the editor of the answer that a page shows, by its key; where saving leads back to comes back. */
export async function edit(page: Page, path: string): Promise<string> {
  await page.goto(path)
  const { pathname } = new URL(page.url())
  await page.getByRole('link', { name: '编辑', exact: true }).first().waitFor()
  await page.keyboard.press('e')
  await opened(page)
  return pathname
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

/** Where the draft is, as the page says it. */
export const kept = (page: Page) => page.locator('.save-kept')
