import type { Page } from '@playwright/test'
import { findTrouble } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { givenQuestions } from './given-questions.ts'
import { running } from './going.ts'

test('two questions are said to be the same, an answer is taken over, they are merged by keyboard and taken apart', async ({
  page,
  sql,
  signInAs,
  elsewhere,
  given,
}) => {
  const { mark, open, answered, noteId } = await givenQuestions(sql)
  const member = await elsewhere(await given('member'))
  await member.goto(open.path)
  await member.getByRole('link', { name: '与另一个相同' }).click()
  await expect(member).toHaveURL(/\/same$/)
  await member.getByLabel('另一个问题').fill(`星形路由${mark}`)
  await member.getByRole('button', { name: '查找' }).click()
  await expect(member).toHaveURL(/\/same\?q=/)
  const row = member.getByRole('listitem').filter({ hasText: answered.title })
  await expect(row.getByRole('link', { name: '合并' })).toHaveCount(0)
  await row.getByRole('button', { name: '相同' }).click()
  await expect(row.getByRole('status')).toHaveText('已提给编辑。')

  await member.goto(open.path)
  await expect(member.getByRole('navigation', { name: '与这些是同一个问题' })).toContainText(answered.title)
  await member.getByRole('button', { name: '采用' }).click()
  await expect(member).toHaveURL(/#a-/)
  await expect(member.getByRole('region', { name: '答案', exact: true })).toContainText(
    '按代价选最短的一条。',
  )
  // It would ask for news of a question that is about to be merged away.
  await member.close()

  await signInAs('editor')
  await page.goto(`/duplicates?note=${noteId}`)
  await expect(page.getByRole('listitem', { name: '一对问题' })).toHaveCount(1)
  await page.locator('html[data-viewer]').waitFor()
  await page.keyboard.press('j')
  await expect(page.getByRole('listitem', { name: '一对问题' })).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByText('已判为不同，不再提出。')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('button', { name: '不同 (x)' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/duplicates\/merge\?/)
  await running(page)
  const gone = await page.locator('[data-role="mergeGone"] h2').textContent()
  const [from, into] = gone === open.title ? [open, answered] : [answered, open]
  await page.getByRole('button', { name: '合并' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已合并。' })).toBeVisible()

  await page.goto(from.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(into.title)
  await expect(page).toHaveURL(new RegExp(`#merged-${from.shortId}$`))
  await expect(page.locator(`#merged-${from.shortId}`)).toContainText(from.title)
  await page.goto(`${from.path}#neighbours`)
  await expect(page).toHaveURL(new RegExp(`-${into.shortId}#neighbours$`))
  await page.goto(from.path)
  await page.locator(`#merged-${from.shortId}`).getByRole('link', { name: from.title }).click()
  await expect(page).toHaveURL(/\/history$/)
  await page.goto(into.path)
  await page.getByRole('link', { name: '拆开' }).click()
  await expect(page).toHaveURL(/\/duplicates\/merges\//)
  await page.getByRole('button', { name: '拆开' }).click()
  await page.getByRole('link', { name: from.title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(from.title)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('two questions are merged and taken apart, each of which leads on to where they are read', async ({
    page,
    sql,
    signInAs,
  }) => {
    const { open, answered } = await givenQuestions(sql)
    await signInAs('editor')
    await page.goto(`/duplicates/merge?from=${open.shortId}&into=${answered.shortId}`)
    await page.getByRole('button', { name: '合并' }).click()
    await expect(page).toHaveURL(new RegExp(`-${answered.shortId}#merged-${open.shortId}$`))
    await page.goto((await page.locator('a[href^="/duplicates/merges/"]').getAttribute('href')) ?? '')
    await page.getByRole('button', { name: '拆开' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(open.title)
  })
})

test('what was asked is recorded from the page and by pasting an interview, and is found by company', async ({
  page,
  sql,
  signInAs,
}) => {
  const { mark, note, open } = await givenQuestions(sql)
  await signInAs('member')
  await page.goto(open.path)
  await page.getByRole('link', { name: '我被问过' }).click()
  await expect(page).toHaveURL(/\/asked$/)
  await page.getByLabel('时间').fill('2026-03')
  await page.getByLabel('公司').fill(`公司 ${mark}`)
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('已记下。')).toBeVisible()
  await page.goto(open.path)
  await expect(page.getByText('被问过 1 次，最近一次 2026年3月')).toBeVisible()

  await page.goto('/encounters/new')
  await page.getByLabel('问题').fill(`1. ${open.title}\n2、全新${mark}的事`)
  await page.getByRole('button', { name: '查找对应' }).click()
  await expect(page.getByLabel(open.title).locator('option:checked')).toHaveText(`${open.title} · ${note}`)
  await page.getByLabel(`全新${mark}的事`).selectOption('作为新问题')
  await page.getByLabel('新问题放进笔记').selectOption(note)
  await page.getByLabel('公司').fill(`公司 ${mark}`)
  await page.getByRole('button', { name: '全部保存' }).click()
  await expect(page.getByText('已记下 2 个，其中 1 个是新问题。')).toBeVisible()

  await page.goto('/asked')
  await page.getByRole('link', { name: `公司 ${mark}` }).click()
  await expect(page).toHaveURL(/company=/)
  const rows = page.getByRole('main').locator('.rows').getByRole('listitem')
  await expect(rows).toHaveText([new RegExp(`${open.title}.*2 次`), new RegExp(`全新${mark}的事.*1 次`)])
})

const pages: Record<string, (page: Page, path: string) => Promise<unknown>> = {
  duplicates: (page) => page.goto('/duplicates'),
  same: (page, path) => page.goto(`${path}/same`),
  asked: (page, path) => page.goto(`${path}/asked`),
  interview: (page) => page.goto('/encounters/new'),
  'most asked': (page) => page.goto('/asked'),
}

test('axe finds nothing on these pages, light or dark, and they fit a phone', async ({
  page,
  sql,
  signInAs,
}) => {
  const { open, answered } = await givenQuestions(sql)
  await signInAs('editor')
  const all: typeof pages = {
    ...pages,
    merge: () => page.goto(`/duplicates/merge?from=${open.shortId}&into=${answered.shortId}`),
  }
  for (const [name, go] of Object.entries(all)) {
    await go(page, open.path)
    expect([name, await findTrouble(page)]).toEqual([name, []])
    await page.setViewportSize({ width: 390, height: 800 })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([name, Math.max(0, wider)]).toEqual([name, 0])
    await page.setViewportSize({ width: 1280, height: 720 })
  }
})
