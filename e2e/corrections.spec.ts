import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openQuestion } from './going.ts'
import { afterPageTimers } from './page-timers.ts'

test('a mistake is seen, corrected in the page, accepted with a key, confirmed, and taken back', async ({
  page,
  elsewhere,
  given,
}) => {
  // given a member who reads
  const [member, editor] = [await given('member'), await given('editor')]
  const reader = await elsewhere(member)
  await openQuestion(reader, 13)
  const path = new URL(reader.url()).pathname
  await expect(reader.getByRole('link', { name: member.name })).toBeVisible()
  // when they select words and type what these should say
  const wrong = await select(reader)
  await reader.getByRole('button', { name: '更正', exact: true }).click()
  const form = reader.getByRole('dialog', { name: '更正这段文字' })
  await expect(form.getByRole('blockquote')).toHaveText(wrong)
  await form.getByLabel('应改为').fill(`${wrong}（已更正）`)
  await form.getByLabel('类型').selectOption({ label: '事实错误' })
  await form.getByLabel('理由').fill('原文不准确')
  await form.getByRole('button', { name: '提交' }).click()
  // then a claim without evidence stays in the form
  await expect(form.getByRole('alert')).toContainText('需要依据')
  await form.getByLabel('依据').fill('RFC 9293')
  await form.getByRole('button', { name: '提交' }).click()
  await reader.getByRole('link', { name: '查看', exact: true }).click()
  await expect(reader).toHaveURL(/\/corrections\/./)
  const correction = new URL(reader.url()).pathname
  await expect(reader.locator('ins')).toContainText('已更正')
  await expect(reader.getByRole('link', { name: 'RFC 9293' })).toBeVisible()
  await expect(reader.getByRole('button', { name: '采纳', exact: true })).toBeHidden()
  // and readers see that the sentence is doubted, also whoever doubts it again
  await page.goto(path)
  await expect(page.getByRole('region', { name: /待核实/ })).toContainText('原文不准确')
  // and so does search
  const query = wrong.slice(0, 16)
  await page.goto(`/search?${new URLSearchParams({ q: query })}`)
  const [, entry = ''] = /-([0-9a-z]+)$/.exec(path) ?? []
  const hit = page.getByRole('listitem').filter({ has: page.locator(`a[href$="${entry}"]`) })
  await expect(hit).toContainText('此处有争议')
  // when an editor accepts it by key
  const desk = await elsewhere(editor)
  await desk.goto('/corrections')
  await desk.getByRole('listitem').filter({ hasText: '原文不准确' }).getByRole('link').first().click()
  await expect(desk).toHaveURL(new RegExp(correction))
  await expect(desk.locator('html[data-viewer]')).toBeAttached()
  await desk.keyboard.press('a')
  await expect(desk.getByText('已采纳。')).toBeVisible()
  // then the text says it, credited to the member
  await page.goto(path)
  await expect(page.getByText(`${wrong}（已更正）`).first()).toBeVisible()
  await expect(page.getByText(`由 ${member.name} 更正`).first()).toBeVisible()
  // and the member confirms it
  await reader.goto(correction)
  await expect(reader.locator('html[data-viewer]')).toBeAttached()
  await reader.getByRole('button', { name: /对，与反馈一致/ }).click()
  await expect(reader.getByText('已记录。')).toBeVisible()
  await expect(reader.getByRole('region', { name: '经过' })).toContainText(`${editor.name} 采纳`)
  // when the editor takes it back with one click
  await desk.goto(correction)
  await expect(desk.locator('html[data-viewer]')).toBeAttached()
  await desk.getByRole('button', { name: '撤销' }).click()
  await expect(desk.getByText('已撤销采纳，正文已恢复。')).toBeVisible()
  await page.goto(path)
  await expect(page.getByText('（已更正）')).toHaveCount(0)
})

test('a report says what is wrong, and an editor mends it from there in the editor', async ({
  elsewhere,
  given,
}) => {
  const reader = await elsewhere(await given('member'))
  await openQuestion(reader, 11)
  await expect(reader.locator('html[data-viewer]')).toBeAttached()
  const quote = await select(reader)
  await reader.getByRole('button', { name: '过时' }).click()
  await reader.getByRole('dialog', { name: '过时' }).getByLabel('理由').fill('新版本已经改了')
  await reader.keyboard.press('Control+Enter')
  await reader.getByRole('link', { name: '查看', exact: true }).click()
  await expect(reader).toHaveURL(/\/reports\/./)

  const desk = await elsewhere(await given('editor'))
  await desk.goto(reader.url())
  await expect(desk.getByRole('blockquote')).toHaveText(quote)
  await desk.getByRole('link', { name: '提出更正' }).click()
  await desk.locator('.edit[data-ready] .editor-text').waitFor()
  await desk.locator('.editor-text > p').first().click()
  await desk.keyboard.press('End')
  await desk.keyboard.insertText('（见新版）')
  await desk.getByLabel('依据').fill('https://example.com/changes')
  await desk.getByRole('button', { name: '提交' }).click()
  await expect(desk.getByText('更正已提交。')).toBeVisible()
  await expect(desk.locator('ins')).toContainText('见新版')
  // An editor's own claim waits for another editor.
  await expect(desk.locator('html[data-viewer]')).toBeAttached()
  await expect(desk.getByText('需由其他编辑采纳')).toBeVisible()
  await desk.getByRole('button', { name: '撤回' }).click()
  await expect(desk.getByText('已撤回。')).toBeVisible()
  await desk.goto(reader.url())
  await desk.getByLabel('说明').fill('已核对，无需修改')
  await desk.getByRole('button', { name: '关闭' }).click()
  await expect(desk.getByText('已关闭。')).toBeVisible()
})

test('guests and phones: no bar for whoever is not signed in, and in thumb reach for whoever is', async ({
  page,
  elsewhere,
  given,
}) => {
  await openQuestion(page, 12)
  await select(page, false)
  await afterPageTimers(page, 500)
  await expect(page.getByRole('toolbar', { name: '更正选中的文字' })).toBeHidden()

  const phone = await elsewhere(await given('member'))
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.goto(page.url())
  await expect(phone.locator('html[data-viewer]')).toBeAttached()
  await select(phone)
  const box = await phone.getByRole('toolbar', { name: '更正选中的文字' }).boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
})

/** Selects some words in the first paragraph of the first answer, and waits for the bar over them. */
async function select(page: Page, waits = true): Promise<string> {
  const words = await page
    .locator('[data-target^="answer"] .prose :is(p, li)')
    .first()
    .evaluate((paragraph) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      let longest: Node | null = null
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.textContent && node.textContent.length > (longest?.textContent?.length ?? 0)) longest = node
      if (!longest) return ''
      const range = document.createRange()
      range.setStart(longest, 2)
      range.setEnd(longest, 10)
      const selection = getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      return selection?.toString() ?? ''
    })
  if (waits) await page.getByRole('toolbar', { name: '更正选中的文字' }).waitFor()
  return words.trim()
}
