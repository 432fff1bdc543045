import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { findTrouble } from './axe.ts'
import { dragByFinger } from './finger.ts'
import { expect, test } from './fixtures.ts'
import { importNotes } from './importing.ts'
import { afterPageTimers } from './page-timers.ts'

const question = (name: string) => `### 什么是${name}？\n\n${name}是这样的。\n\n`

/** Two notes of this test alone: 甲 and 乙 in 一, 丙 in 二 of the first; one question in the other. */
async function given() {
  const mark = randomBytes(3).toString('hex')
  const [note, other] = [`整理 ${mark}`, `别处 ${mark}`]
  const names = ['甲', '乙', '丙'].map((name) => name + mark)
  const [a = '', b = '', c = ''] = names
  await importNotes([
    { name: note, text: `# ${note}\n\n## 一\n\n${question(a)}${question(b)}## 二\n\n${question(c)}` },
    { name: other, text: `# ${other}\n\n## 三\n\n${question(`丁${mark}`)}` },
  ])
  return { note, other, a, b, c }
}

async function open(page: Page, note: string): Promise<void> {
  await page.goto('/notes')
  await page.getByRole('main').getByRole('link', { name: note }).click()
  await expect(page).toHaveURL(/\/notes\/./)
}

async function openArrange(page: Page, note: string): Promise<void> {
  await open(page, note)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('link', { name: '整理本笔记' }).click()
  await expect(page).toHaveURL(/\/arrange$/)
  // It comes only once the page's script runs, and keys pressed before go nowhere.
  await expect(liveRegion(page)).toBeAttached()
  await page.locator('html[data-viewer]').waitFor()
}

/** Takes a question up by key. The next key is heard only a timer later, after what is said then. */
async function pickUp(page: Page, name: string): Promise<void> {
  await handle(page, name).focus()
  await page.keyboard.press('Space')
  await expect(liveRegion(page)).toContainText(`什么是${name}？`)
  await afterPageTimers(page, 10)
}

const liveRegion = (page: Page) => page.locator('[id^="DndLiveRegion"]')

const rows = (page: Page) => page.locator('.arrange-title')
const handle = (page: Page, name: string) => page.getByRole('button', { name: `移动 什么是${name}？` })
const notice = (page: Page) => page.locator('.notice')
const titled = (...names: string[]) => names.map((name) => (name.length > 1 ? `什么是${name}？` : name))

test('an editor puts questions into another order by keyboard and by pointer, and takes it back', async ({
  page,
  signInAs,
}) => {
  const { note, a, b, c } = await given()
  await signInAs('editor')
  await openArrange(page, note)
  const live = liveRegion(page)

  await pickUp(page, a)
  await page.keyboard.press('ArrowDown')
  await expect(live).toHaveText(`什么是${a}？：一 中，什么是${b}？ 之后。`)
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveText(titled('一', b, a, '二', c))
  await expect(notice(page)).toContainText('已移动。')

  await notice(page).getByRole('button', { name: '撤销' }).click()
  await expect(rows(page)).toHaveText(titled('一', a, b, '二', c))
  await expect(notice(page)).toHaveText('已放回原处。')

  await pickUp(page, b)
  await page.keyboard.press('Escape')
  await expect(live).toContainText('留在原处')
  await expect(rows(page)).toHaveText(titled('一', a, b, '二', c))

  const [from, to] = [await handle(page, a).boundingBox(), await handle(page, c).boundingBox()]
  if (!from || !to) throw new Error('Nothing to drag.')
  await page.mouse.move(from.x + 10, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 40, { steps: 3 })
  await page.mouse.move(to.x + 10, to.y + to.height, { steps: 6 })
  await page.mouse.up()
  await expect(rows(page)).toHaveText(titled('一', b, '二', c, a))
  await expect(notice(page)).toContainText('已移动。')

  await page.getByRole('link', { name: '回到笔记' }).click()
  await expect(page.getByRole('main').locator('.rows a')).toHaveText(titled(b, c, a))
})

test('an editor moves a question to another note, puts it into the trash and restores it; guests find nothing', async ({
  page,
  signInAs,
  elsewhere,
  troubles,
}) => {
  const { note, other, a } = await given()
  await signInAs('editor')
  await open(page, note)
  await page
    .getByRole('main')
    .getByRole('link', { name: `什么是${a}？` })
    .click()
  await expect(page).toHaveURL(/\/entries\//)
  const address = page.url()

  await expect(page.getByRole('button', { name: '更多' })).toBeVisible()
  await page.keyboard.press('m')
  await page.getByLabel('笔记', { exact: true }).selectOption({ label: other })
  await page.getByLabel('章节', { exact: true }).selectOption({ label: '三' })
  await page.getByRole('dialog').getByRole('button', { name: '移动' }).click()
  await expect(page.locator('.breadcrumb')).toContainText(other)
  await notice(page).getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('.breadcrumb')).toContainText(note)

  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '移到回收站' }).first().click()
  await expect(page).toHaveURL(/\/notes\/./)
  await expect(page.getByRole('main').getByRole('link', { name: `什么是${a}？` })).toHaveCount(0)

  const guest = await elsewhere()
  expect((await guest.goto(address))?.status()).toBe(404)
  await expect(guest.locator('.lying')).toBeHidden()
  expect((await page.goto(address))?.status()).toBe(404)
  await expect(page.locator('.lying')).toContainText('在回收站里')
  troubles.length = 0

  await page.goto('/trash')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: a })
  await expect(row).toContainText('还剩 30 天')
  await row.getByRole('button', { name: '恢复' }).click()
  await expect(row).toContainText('已恢复。')
  expect((await guest.goto(address))?.status()).toBe(200)
})

test('on a phone a finger drags a section by its handle, and axe finds nothing on these pages', async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { note, a, b, c } = await given()
  await signInAs('admin')
  await openArrange(page, note)
  // The bar in thumb reach stands outside of all landmarks on every page.
  const check = async () => expect(await findTrouble(page, { except: '.thumb' })).toEqual([])
  await check()

  const [from, to] = await Promise.all(
    ['一', '二'].map((name) => page.getByRole('button', { name: `移动 ${name}`, exact: true }).boundingBox()),
  )
  if (!from || !to) throw new Error('Nothing to drag.')
  await dragByFinger(page, { x: from.x + 10, y: from.y + 20 }, { x: to.x + 10, y: to.y + 120 })
  await expect(rows(page)).toHaveText(titled('二', c, '一', a, b))
  await expect(notice(page)).toContainText('已移动。')

  await page.getByRole('button', { name: `把 什么是${b}？ 移到回收站` }).click()
  await expect(rows(page)).toHaveText(titled('二', c, '一', a))
  await page.goto('/trash')
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: b })).toBeVisible()
  await check()
})
