import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('no page is wider than a phone', async ({ page }) => {
  await page.goto('/notes')
  const notes = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const paths = ['/', '/notes', '/unanswered', '/tags', '/repairs', '/search?q=tcp', ...notes]
  await page.goto(notes[0] ?? '/')
  paths.push(
    ...(await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link')
      .evaluateAll((links) => links.slice(0, 12).map((link) => link.getAttribute('href') ?? ''))),
  )

  for (const path of paths) {
    await page.goto(path)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, width]).toEqual([path, 390])
  }
})

test('the tree is a drawer, and closes again', async ({ page }) => {
  await page.goto('/')
  const tree = page.getByRole('navigation', { name: '目录' })
  await expect(tree).toBeHidden()

  await page.getByRole('button', { name: '目录' }).tap()
  await expect(tree).toBeVisible()
  await page.touchscreen.tap(380, 400)

  await expect(tree).toBeHidden()
})

test('search is in reach of the thumb', async ({ page }) => {
  await page.goto('/notes')
  await page.getByRole('link', { name: '搜索' }).tap()
  await page.getByRole('dialog').getByRole('combobox').fill('索引')
  // The empty box offers places and commands: what was found comes in their stead.
  await page.getByRole('option', { name: /索引/ }).first().tap()

  await expect(page).toHaveURL(/\/entries\//)
})
