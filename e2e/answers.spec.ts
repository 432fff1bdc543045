import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { findTrouble } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { givenTwoAnswers } from './given-two-answers.ts'
import { opened, typeBehind } from './writing.ts'

const answers = (page: Page) => page.locator('.answer')
const votes = (page: Page, nth: number) =>
  answers(page).nth(nth).getByRole('group', { name: '对此答案的投票' })

test('votes count at once, change, are taken back, and decide which answer stands first', async ({
  page,
  sql,
  given,
  signInAs,
  elsewhere,
}) => {
  // given
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  const other = await elsewhere(await given('member'))
  await signInAs('member')
  await page.goto(path)
  const second = votes(page, 1)
  const id = await answers(page).nth(1).getAttribute('id')
  // when, then
  await second.getByRole('button', { name: /^有帮助/ }).click()
  await expect(second).toContainText('1 票')
  await expect(second.getByRole('status')).toContainText('已投票')
  await other.goto(path)
  await expect(answers(other).first()).toHaveAttribute('id', id ?? '')
  const first = votes(other, 0)
  await expect(first).toContainText('1 票')
  await first.getByRole('button', { name: /^没有帮助/ }).focus()
  await other.keyboard.press('Enter')
  await expect(first).toContainText('2 票')
  await first.getByRole('button', { name: /^没有帮助/ }).press('Enter')
  await expect(first.getByRole('status')).toContainText('已撤回投票')
  await page.reload()
  await expect(votes(page, 0).getByRole('button', { name: /^有帮助/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(votes(page, 0)).toContainText('1 票')
  await page.getByRole('link', { name: '最早' }).click()
  await page.waitForURL(/sort=oldest/)
  await expect(answers(page).nth(1)).toHaveAttribute('id', id ?? '')
})

test('a guest who votes is asked to sign in, and nobody votes on an answer of their own', async ({
  page,
  sql,
  signInAs,
  elsewhere,
}) => {
  const author = await signInAs('member')
  const path = await givenTwoAnswers(page, sql, author.id)
  const guest = await elsewhere()

  await guest.goto(path)
  await votes(guest, 0)
    .getByRole('button', { name: /^有帮助/ })
    .click()
  await guest.waitForURL(/\/sign-in\?next=/)

  await page.goto(path)
  await expect(votes(page, 1).getByRole('button', { name: /^有帮助/ })).toBeDisabled()
  await expect(votes(page, 0).getByRole('button', { name: /^有帮助/ })).toBeEnabled()
})

test('an editor makes an answer the standard one, takes that back, and means it again', async ({
  page,
  sql,
  given,
  signInAs,
}) => {
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  await signInAs('editor')
  await page.goto(path)
  const id = (await answers(page).nth(1).getAttribute('id')) ?? ''
  const make = () => page.locator(`#${id}`).getByRole('button', { name: '设为标准答案' }).click()

  await make()
  await expect(page.locator('.notice')).toContainText('已设为标准答案。')
  await expect(answers(page).first()).toHaveAttribute('id', id)
  await expect(answers(page).first()).toContainText('标准答案')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(answers(page).nth(1)).toHaveAttribute('id', id)
  await make()
  await expect(answers(page).first()).toHaveAttribute('id', id)
})

test('two people talk below an answer: named, answered, edited, deleted and brought back, resolved', async ({
  page,
  sql,
  given,
  signInAs,
  elsewhere,
}) => {
  // given
  const name = `Robin ${randomBytes(3).toString('hex')}`
  const robin = await given('member', name)
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  await signInAs('member')
  await page.goto(path)
  const below = (who: Page) => answers(who).first().getByRole('region', { name: '对此答案的评论' })
  // when
  await below(page).getByText('评论', { exact: true }).click()
  await below(page).getByLabel('你的评论').click()
  await below(page).getByLabel('你的评论').pressSequentially('为什么不是**两次**？ @Rob')
  await page.getByRole('option', { name }).click()
  await below(page).getByLabel('你的评论').press('ControlOrMeta+Enter')
  // then
  await expect(page.locator('.notice')).toContainText('评论已发送。')
  const said = below(page).getByRole('article')
  await expect(said).toContainText(`@${name}`)
  await expect(said.locator('strong', { hasText: '两次' })).toBeVisible()
  const [told] = await sql`select kind from notification where person_id = ${robin.id}`
  expect(told).toEqual({ kind: 'mention' })
  // when
  const theirs = await elsewhere(robin)
  await theirs.goto(`${path}#${await said.getAttribute('id')}`)
  await below(theirs).getByText('回复', { exact: true }).click()
  await below(theirs).getByLabel('你的回复').fill('历史连接。')
  await below(theirs).getByRole('button', { name: '发送' }).first().click()
  // then
  const reply = below(theirs).getByRole('article').nth(1)
  await expect(reply).toContainText('历史连接。')
  // when
  await reply.getByText('编辑', { exact: true }).click()
  await expect(reply.getByLabel('你的评论')).toHaveValue('历史连接。')
  await reply.getByLabel('你的评论').fill('为了排除历史连接。')
  await reply.getByRole('button', { name: '保存' }).click()
  await expect(reply).toContainText('已编辑')
  await reply.getByRole('button', { name: '删除' }).click()
  await expect(below(theirs).getByRole('article')).toHaveCount(1)
  await theirs.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(below(theirs).getByRole('article').nth(1)).toContainText('为了排除历史连接。')
  // then
  await page.reload()
  await expect(below(page).getByText('2 条评论')).toBeVisible()
  await below(page).getByRole('button', { name: '标为已解决' }).click()
  await expect(below(page)).toContainText('已标为解决 · 2 条评论')
  await theirs.reload()
  await expect(theirs.getByRole('button', { name: '标为已解决' })).toBeHidden()
})

test('a checked answer carries a stamp, which says so when the text changes', async ({
  page,
  sql,
  given,
  signInAs,
}) => {
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  const editor = await signInAs('editor')
  await page.goto(path)
  const first = answers(page).first()

  await first.getByRole('button', { name: '我核对过' }).click()
  await first.getByLabel('核对依据').fill('RFC 9293')
  await first.getByLabel('备注').fill('第 3.5 节')
  await first.getByLabel('链接').fill('https://www.rfc-editor.org/rfc/rfc9293#section-3.5')
  await page.keyboard.press('Enter')
  await expect(first).toContainText(`${editor.name} 已依据 RFC 9293 核对第 1 版`)
  await expect(first.getByText('第 3.5 节')).toBeVisible()
  await expect(first.getByRole('link', { name: 'RFC 9293' })).toHaveAttribute('href', /#section-3\.5$/)

  await first.getByRole('link', { name: '编辑', exact: true }).click()
  await opened(page)
  await typeBehind(page, 0, '还有历史连接。')
  await page.keyboard.press('ControlOrMeta+s')
  await page.waitForURL((url) => url.pathname === path)
  const changed = page.locator('.stamps li')
  await expect(changed).toContainText('核对后有改动')
  await changed.getByRole('link', { name: '查看改动' }).click()
  await page.waitForURL(/\/compare\?from=1&to=2/)
  await expect(page.getByRole('main')).toContainText('还有历史连接。')
  await page.goBack()
  await changed.getByRole('button', { name: '撤回' }).click()
  await expect(changed).toHaveCount(0)
})

test('axe finds nothing on answers with votes, stamps and comments, light or dark, on a phone', async ({
  page,
  sql,
  given,
  signInAs,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  await signInAs('editor')
  await page.goto(path)
  const region = answers(page).first().getByRole('region', { name: '对此答案的评论' })
  await region.getByText('评论', { exact: true }).click()
  await region.getByLabel('你的评论').fill('很清楚。')
  await region.getByRole('button', { name: '发送' }).click()
  await expect(region.getByRole('article')).toBeVisible()
  // A link half below the bar is no link that is too small.
  await page.evaluate(() => scrollTo(0, 0))
  expect(await findTrouble(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
