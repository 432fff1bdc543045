import type { Page } from '@playwright/test'
import { findTrouble } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { openNote, openQuestion } from './going.ts'

const open: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  notes: (page) => page.goto('/notes'),
  note: openNote,
  question: async (page) => {
    await openQuestion(page)
  },
  'open questions': (page) => page.goto('/unanswered'),
  tags: (page) => page.goto('/tags'),
  tag: async (page) => {
    await page.goto('/tags')
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/tags\/./)
  },
  repairs: (page) => page.goto('/repairs'),
  results: (page) => page.goto('/search?q=tcp'),
  'missing page': (page) => page.goto('/nothing-here'),
  palette: async (page) => {
    await page.goto('/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('tcp')
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  keys: async (page) => {
    await page.goto('/')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  settings: async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: '外观与语言' }).click()
  },
}

for (const [name, go] of Object.entries(open))
  test(`axe finds nothing on ${name}, light or dark`, async ({ page, troubles }) => {
    await go(page)

    expect(await findTrouble(page)).toEqual([])
    // A missing page is reported by the browser itself.
    if (name === 'missing page') troubles.length = 0
  })
