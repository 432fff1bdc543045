import { expect, test } from './fixtures.ts'
import { openNote, openQuestion } from './going.ts'

test('the first start shows the shipped notes with how far each is answered', async ({ page }) => {
  await page.goto('/')

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const notes = page.getByRole('region', { name: '笔记' }).getByRole('listitem')
  expect(await notes.count()).toBeGreaterThan(4)
  await expect(notes.first()).toContainText(/已回答 \d+ \/ \d+/)
})

test('a reader goes from a note to a question and on to the next one', async ({ page }) => {
  const title = await openQuestion(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText(/第 \d+ 版/).first()).toBeVisible()

  await page.getByRole('link', { name: /^下一个/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title)
  await expect(page.getByRole('link', { name: /^上一个/ })).toContainText(title)
})

test('the contents of a note mark what is being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 })
  await openNote(page)
  const contents = page.getByRole('navigation', { name: '本页内容' })

  await contents.getByRole('link').nth(1).click()

  await expect(contents.locator('[aria-current]')).toHaveText(
    (await contents.getByRole('link').nth(1).textContent()) ?? '',
  )
})

test('a question is copied as the Markdown that stands at its .md address', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL })
  await openQuestion(page)

  // Before its script has come the button does nothing.
  await expect(async () => {
    await page.getByRole('button', { name: '复制为 Markdown' }).click()
    await expect(page.getByText('已复制')).toBeVisible({ timeout: 2000 })
  }).toPass()
  const file = await page.request.get(`${page.url()}.md`)
  expect(file.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await file.text())
  expect(copied).toMatch(/^---\ntitle: /)
})

test('an old address leads to where the question is now, for good', async ({ page }) => {
  await openQuestion(page)
  const { pathname } = new URL(page.url())
  const id = pathname.slice(pathname.lastIndexOf('-') + 1)

  for (const [old, now] of [
    [`/entries/its-old-title-${id}`, pathname],
    [`/entries/${id}`, pathname],
    [`/entries/its-old-title-${id}.md`, `${pathname}.md`],
  ] as const) {
    const answer = await page.request.get(old, { maxRedirects: 0 })
    expect([old, answer.status(), answer.headers().location]).toEqual([old, 308, now])
  }
})

test('a link by title leads to the question, and a title that nobody has to a search for it', async ({
  page,
}) => {
  const title = await openQuestion(page)

  await page.goto(`/entries?title=${encodeURIComponent(title)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

  await page.goto(`/entries?title=${encodeURIComponent('没有这样的标题')}`)
  await expect(page).toHaveURL(/\/search\?q=/)
})

test('what does not exist is said to be missing, with a way on', async ({ page, troubles }) => {
  const answer = await page.goto('/entries/nothing-2222222222')

  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这里没有内容')
  await expect(page.getByRole('combobox').first()).toBeVisible()
  // The browser reports the missing page itself, which is what was asked for.
  expect(troubles.splice(0)).toHaveLength(1)
})

test('questions without an answer are listed by note and can be narrowed', async ({ page }) => {
  await page.goto('/unanswered')
  const questions = page.getByRole('main').locator('section').getByRole('link')
  const all = await questions.count()

  await page.getByRole('navigation', { name: '筛选' }).getByRole('link', { name: '不完整' }).click()

  await expect(page).toHaveURL(/state=partial/)
  expect(await questions.count()).toBeLessThan(all)
})

test('a tag leads to its questions, and a question to its tags', async ({ page }) => {
  await page.goto('/tags')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/tags\/./)
  const heading = page.getByRole('heading', { level: 1 })
  const tag = ((await heading.textContent()) ?? '').replace(/^# /, '')

  await page.getByRole('main').locator('a[href^="/entries/"]').first().click()
  await expect(page).toHaveURL(/\/entries\//)
  await expect(page.getByRole('main').getByRole('link', { name: tag, exact: true })).toBeVisible()
})
