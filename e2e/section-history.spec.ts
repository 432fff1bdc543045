import { expect, test } from './fixtures.ts'
import { givenHistory } from './given-history.ts'
import { opened } from './writing.ts'

test('a section has a history that its note leads to, and an old version of it comes back', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const { note } = await givenHistory('三次握手。')
  await page.goto('/notes')
  await page.getByRole('main').getByRole('link', { name: note }).click()
  await page.getByRole('link', { name: '传输层 的历史' }).click()
  await expect(page.getByText('1 个版本')).toBeVisible()
  const path = new URL(page.url()).pathname.replace(/\/history$/, '')

  await page.goto(`${path}/edit`)
  await opened(page)
  await page.getByLabel('小节标题').fill('传输层与应用层')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/notes\//)
  await page.getByRole('link', { name: '传输层与应用层 的历史' }).click()
  await expect(page.getByText('2 个版本')).toBeVisible()
  await page.getByRole('button', { name: '比较所选的两版' }).click()
  await expect(page.getByRole('insertion').filter({ hasText: '应用层' })).toBeVisible()
  await page.goto(`${path}/blame`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto(`${path}/history/1/restore`)
  await page.getByRole('button', { name: '恢复第 1 版' }).click()
  await expect(page.getByText('已保存为新的一版。')).toBeVisible()
  await page.getByRole('link', { name: '查看', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '传输层', exact: true })).toBeVisible()
})
