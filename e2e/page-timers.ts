import type { Page } from '@playwright/test'

/**
 * Returns when the page has done what it put off for up to so many milliseconds. A page's timers end in the order in which
 * they are due, so this holds however slow the machine is.
 */
export async function afterPageTimers(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), milliseconds)
}

/** Returns when the page has heard where a key or a click has put the cursor: browsers tell it with their next frame. */
export async function afterCursor(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  )
}
