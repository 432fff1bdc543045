import { expect, test } from './fixtures.ts'
import { givenTwoAnswers } from './given-two-answers.ts'
import { running } from './going.ts'

test('a form that was sent before the scripts of its page came is answered by a page whose scripts run', async ({
  page,
  given,
}) => {
  const { email } = await given('member')
  let isLate = true
  await page.route(/\.js(\?|$)/, (route) =>
    isLate ? route.fulfill({ contentType: 'text/javascript', body: '' }) : route.continue(),
  )
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill('not this one')
  isLate = false
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible()
  await running(page)
})

test('what was written under an answer before the scripts came is kept once they run', async ({
  page,
  sql,
  given,
  signInAs,
}) => {
  const path = await givenTwoAnswers(page, sql, (await given('member')).id)
  await signInAs('member')
  let come = () => {}
  const late = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route(/\.js(\?|$)/, async (route) => {
    await late
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  const answer = page.locator('.answer').first()
  const field = answer.locator('textarea[id^="comments-"]')
  await answer.getByText('评论', { exact: true }).click()
  await field.fill('写在前面')
  come()
  await page.locator('html[data-viewer]').waitFor()
  await page.getByRole('link', { name: 'Errata 首页' }).click()
  await expect(page).toHaveURL('/')

  await page.goto(path)
  await expect(field).toHaveValue('写在前面')
})
