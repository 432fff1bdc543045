import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'
import { givenTwoAnswers } from './given-two-answers.ts'
import { givenCorrection } from './policy/given-corrections.ts'
import { fillInSignIn } from './sign-in.ts'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one comments, is told of namesakes, replies, rewords, resolves, deletes and brings back', async ({
    page,
    sql,
    given,
    signInAs,
  }) => {
    // given
    const name = `Kim ${randomBytes(3).toString('hex')}`
    const [first] = [await given('member', name), await given('member', name)]
    const path = await givenTwoAnswers(page, sql, (await given('member')).id)
    await signInAs('member')
    await page.goto(path)
    const below = page.locator('.answer').first().getByRole('region', { name: '对此答案的评论' })
    // when
    await below.getByText('评论', { exact: true }).click()
    await below.getByRole('link', { name: '你的评论' }).click()
    await page.getByLabel('你的评论').fill(`@${name} 为什么？`)
    await page.getByRole('button', { name: '发送' }).click()
    // then
    await expect(page.getByText(`有几位成员都叫“${name}”`)).toBeVisible()
    await expect(page.getByLabel('你的评论')).toHaveValue(`@${name} 为什么？`)
    // when
    const [{ short_id } = { short_id: '' }] = await sql`select short_id from person where id = ${first.id}`
    await page.getByLabel('你的评论').fill(`[@${name}](/people/${short_id}) 为什么？`)
    await page.getByRole('button', { name: '发送' }).click()
    // then
    await expect(page).toHaveURL(/\/entries\/.+#c-/)
    const said = below.getByRole('article').first()
    await expect(said.getByRole('link', { name: `@${name}` })).toBeVisible()
    // when
    await said.getByRole('link', { name: '回复或更改' }).click()
    await page.getByLabel('你的回复').fill('因为要确认双方。')
    await page.getByRole('button', { name: '回复' }).click()
    await expect(page).toHaveURL(/#c-/)
    await expect(below.getByRole('article').nth(1)).toContainText('因为要确认双方。')
    await said.getByRole('link', { name: '回复或更改' }).click()
    await page.getByLabel('你的评论').fill('为什么是三次？')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(said).toContainText('为什么是三次？')
    await said.getByRole('link', { name: '回复或更改' }).click()
    await page.getByRole('button', { name: '标为已解决' }).click()
    await expect(below).toContainText('已标为解决 · 2 条评论')
    await page.goto(page.url().replace(/\/entries\/.+#c-/, '/comments/'))
    await page.getByRole('button', { name: '删除' }).click()
    await expect(page.getByText('此评论已删除。')).toBeVisible()
    await page.getByRole('button', { name: '恢复' }).click()
    await expect(page).toHaveURL(/#c-/)
    await expect(below).toContainText('为什么是三次？')
  })
})

test('of two people of one name one is meant, also after they have changed it', async ({
  page,
  sql,
  given,
  signInAs,
  troubles,
}) => {
  // given
  const name = `Lee${randomBytes(3).toString('hex')}`
  const [one, other] = [await given('member', name), await given('member', name)]
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  await signInAs('member')
  await page.goto(path)
  const below = page.locator('.answer').first().getByRole('region', { name: '对此答案的评论' })
  await below.getByText('评论', { exact: true }).click()
  const field = below.getByLabel('你的评论')
  // when
  await field.fill(`谢谢 @${name}`)
  await expect(page.getByRole('option')).toHaveCount(2)
  await below.getByRole('button', { name: '发送' }).click()
  // then
  await expect(below.getByRole('alert')).toContainText(`有几位成员都叫“${name}”`)
  // The refusal is meant.
  troubles.length = 0
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('option').first()).toContainText('加入')
  // when
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(new RegExp(`\\[@${name}\\]\\(/people/`))
  await below.getByRole('button', { name: '发送' }).click()
  // then
  const said = below.getByRole('article')
  await expect(said.getByRole('link', { name: `@${name}` })).toBeVisible()
  const told = await sql`
    select person_id from notification where kind = 'mention' and person_id in ${sql([one.id, other.id])}`
  expect(told).toHaveLength(1)
  // when
  await sql`update person set name = ${`${name} Neu`} where id = ${told[0]?.person_id}`
  await sql`select pg_notify('errata_pages', 'everything')`
  await expect(async () => {
    await page.reload()
    await expect(said.getByRole('link', { name: `@${name} Neu` })).toBeVisible({ timeout: 1_000 })
  }).toPass()
})

test('a comment that is not sent yet is there again after the tab was closed, and after signing in again', async ({
  page,
  sql,
  given,
  signInAs,
  troubles,
}) => {
  // given
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  const me = await signInAs('member')
  await page.goto(path)
  await page.locator('html[data-viewer]').waitFor()
  const fieldOf = (shown: Page) => shown.locator('.answer').first().locator('textarea[id^="comments-"]')
  await page.locator('.answer').first().getByText('评论', { exact: true }).click()
  await fieldOf(page).pressSequentially('写了一半')
  const context = page.context()
  await page.close()
  // when
  const again = await context.newPage()
  await again.goto(path)
  await expect(fieldOf(again)).toHaveValue('写了一半')
  await sql`update session set ended_at = now() where person_id = ${me.id}`
  await fieldOf(again).press('ControlOrMeta+Enter')
  await again.waitForURL(/\/sign-in/)
  await fillInSignIn(again, me.email, password)
  await again.waitForURL(/\/entries\//)
  // then
  await expect(fieldOf(again)).toHaveValue('写了一半')
  await fieldOf(again).press('ControlOrMeta+Enter')
  await expect(again.locator('.comment').filter({ hasText: '写了一半' })).toBeVisible()
  await again.reload()
  await expect(fieldOf(again)).toHaveValue('')
  expect(troubles.splice(0)).toEqual([expect.stringContaining('401')])
})

test('what was said of a correction is not kept in the field', async ({ page, sql, given, signInAs }) => {
  // given
  const { shortId } = await givenCorrection(sql, (await given('member')).id)
  await signInAs('member')
  await page.goto(`/corrections/${shortId}`)
  await page.locator('html[data-viewer]').waitFor()
  await page.locator('summary', { hasText: '评论' }).first().click()
  const field = page.locator('textarea[id^="comments-"]').first()
  await field.pressSequentially('依据是什么')
  // when
  await field.press('ControlOrMeta+Enter')
  await expect(page.locator('.comment').filter({ hasText: '依据是什么' })).toBeVisible()
  // then
  await page.goto(`/corrections/${shortId}`)
  await page.locator('html[data-viewer]').waitFor()
  await expect(field).toHaveValue('')
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('words '))),
  ).toEqual([])
})

test('a member proposes the standard answer, and an editor is told and decides with one click', async ({
  page,
  sql,
  given,
  elsewhere,
}) => {
  // given
  const [member, editor] = [await given('member'), await given('editor')]
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  const [theirs, desk] = [await elsewhere(member), await elsewhere(editor)]
  await theirs.goto(path)
  const id = (await theirs.locator('.answer').nth(1).getAttribute('id')) ?? ''
  const answer = theirs.locator(`#${id}`)
  await expect(answer.getByRole('button', { name: '设为标准答案', exact: true })).toBeHidden()
  // when
  await answer.getByRole('button', { name: '提议设为标准答案' }).click()
  // then
  await expect(theirs.locator('.notice')).toContainText('已提给编辑。')
  await expect(answer).toContainText(`${member.name} 提议将此设为标准答案。`)
  await expect(answer.getByRole('button', { name: '撤回提议' })).toBeVisible()
  await expect(answer.getByRole('button', { name: '提议设为标准答案' })).toBeHidden()
  // when
  await desk.goto('/notifications')
  await desk.getByRole('link', { name: `${member.name} 提议了标准答案` }).click()
  await expect(desk).toHaveURL(new RegExp(id))
  await desk.goto('/corrections')
  await desk.getByRole('link', { name: '标准答案提议' }).click()
  await expect(desk).toHaveURL('/standards')
  await expect(desk.locator('html[data-viewer]')).toBeAttached()
  const row = desk.getByRole('listitem').filter({ has: desk.locator(`a[href$="${id}"]`) })
  await row.getByRole('button', { name: '设为标准答案' }).click()
  // then
  await expect(row).toHaveCount(0)
  await theirs.goto(path)
  await expect(theirs.locator('.answer').first()).toHaveAttribute('id', id)
  await theirs.goto('/notifications')
  await expect(theirs.getByText(`${editor.name} 采纳了你提议的标准答案`)).toBeVisible()
})
