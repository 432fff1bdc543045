import { expect, type Page } from '@playwright/test'

/** To a note that ships with the wiki. Each step waits for its page: a click does not. */
export async function openNote(page: Page): Promise<void> {
  await page.goto('/notes')
  await page.getByRole('main').getByRole('link', { name: '操作系统' }).first().click()
  await expect(page).toHaveURL(/\/notes\/./)
}

/** Waits until the scripts of a page have taken its forms over: sent before, they are answered by another page. */
export async function running(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main form') ?? {}).some((key) => key.startsWith('__react')),
  )
}

/** To the nth question below a heading of that note, which is answered; its title comes back. */
export async function openQuestion(page: Page, nth = 0): Promise<string> {
  await openNote(page)
  const question = page.getByRole('main').getByRole('region').getByRole('listitem').getByRole('link').nth(nth)
  const title = (await question.textContent()) ?? ''
  await question.click()
  await expect(page).toHaveURL(/\/entries\//)
  return title
}
