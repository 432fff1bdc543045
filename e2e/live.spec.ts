import type { Page } from '@playwright/test'
import { RemoteEditor } from '../lib/testing/remote-editor.ts'
import { givenSession } from '../lib/testing/wiki-people.ts'
import { secret } from './admin.ts'
import { expect, test } from './fixtures.ts'
import { givenHistory, openQuestion } from './given-history.ts'
import { opened, typeBehind } from './writing.ts'

const text = '确认号是客户端字节数加一。\n\n最后是四次挥手。'
const bar = (page: Page) => page.getByRole('complementary', { name: '本页的更新' })

test.describe('somebody saves', () => {
  /** Opens a question of one's own, and what saves its answer as somebody else. */
  async function openWith(page: Page, { given, sql, baseURL = '' }: Fixtures) {
    const { question, note } = await givenHistory(text)
    await openQuestion(page, { note, question })
    await page.waitForURL(/\/entries\//)
    const editor = await given('editor', '李雷')
    const { token } = await givenSession(sql, editor.id, secret)
    const [answer] = await sql<{ id: string; shortId: string; baseId: string }[]>`
      select answer.id, answer.short_id as "shortId", answer.head_revision_id as "baseId" from answer
      join entry on entry.id = entry_id join revision on revision.id = entry.head_revision_id where title = ${question}`
    const remote = new RemoteEditor(baseURL, { id: editor.id, token })
    const save = async (markdown: string) => {
      const { id, baseId } = answer!
      const operationId = crypto.randomUUID()
      const saved = await remote.save({
        kind: 'answer',
        id,
        baseId,
        operationId,
        title: null,
        markdown,
        summary: '',
      })
      if (saved?.status !== 'done') throw new Error(`Not saved: ${JSON.stringify(saved)}`)
    }
    return { save, answer: answer! }
  }
  type Fixtures = {
    given: (role: 'editor', name?: string) => Promise<{ id: string }>
    sql: Parameters<typeof givenSession>[0]
    baseURL: string | undefined
  }

  test('a guest who has been reading for a while is told, and the page stays where it is', async ({
    page,
    given,
    sql,
    baseURL,
  }) => {
    const listening = page.waitForRequest(/\/api\/entries\/[\w-]+\/live$/)
    const { save } = await openWith(page, { given, sql, baseURL })
    await listening
    await save(text.replace('字节数', '序列号'))

    await expect(bar(page)).toContainText('李雷 刚保存了第 2 版。')
    await expect(page.getByText('确认号是客户端字节数加一。')).toBeVisible()
    await bar(page).getByRole('link', { name: '查看更改' }).click()
    await expect(page).toHaveURL(/compare\?from=1&to=2$/)
    await expect(page.getByRole('insertion').filter({ hasText: '序列号' })).toBeVisible()

    await page.goBack()
    await bar(page).getByRole('button', { name: '刷新' }).click()
    await expect(page.getByText('确认号是客户端序列号加一。')).toBeVisible()
    await expect(bar(page)).toBeHidden()
  })

  test('whoever only looks in opens no connection that stays', async ({ page, given, sql, baseURL }) => {
    await openWith(page, { given, sql, baseURL })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload({ waitUntil: 'networkidle' })
    expect(asked.filter((url) => /live/.test(url))).toEqual([])
  })

  test('an editor sees at once who else writes or answers, and that the text has moved on', async ({
    page,
    given,
    sql,
    baseURL,
    signInAs,
    elsewhere,
  }) => {
    await signInAs('editor')
    const { save, answer } = await openWith(page, { given, sql, baseURL })
    const other = await elsewhere(await given('editor'))
    const { pathname } = new URL(page.url())
    await page.goto(`/answers/${answer.shortId}/edit`)
    await other.goto(`/answers/${answer.shortId}/edit`)
    await Promise.all([opened(page), opened(other)])

    await typeBehind(other, 0, '写了半句')
    await expect(page.getByText('A editor 正在编辑')).toBeVisible()
    await save(text.replace('四次', '四次或三次'))
    await expect(page.getByText(/其间已有第 2 版/)).toBeVisible()

    for (const each of [page, other]) {
      await each.goto(`${pathname}/answer`)
      await each.locator('.edit[data-ready] .editor-text').click()
    }
    await other.keyboard.insertText('也来答')
    await expect(page.getByText('A editor 也在回答')).toBeVisible()
  })

  test('a page that one person opened saves nothing as another, and keeps the text', async ({
    page,
    given,
    sql,
    baseURL,
    signInAs,
    troubles,
  }) => {
    const first = await signInAs('editor')
    const { answer } = await openWith(page, { given, sql, baseURL })
    await page.goto(`/answers/${answer.shortId}/edit`)
    await opened(page)
    await signInAs('editor')
    await typeBehind(page, 0, '写给自己的话')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.locator('.save-trouble')).toContainText('现在登录的是另一个人')
    await expect(page.locator('.save-kept')).toHaveText('现在登录的是另一个人：已保存在本浏览器')
    const kept = await sql`select 1 from draft where subject = ${`answer:${answer.id}`}`
    expect(kept).toHaveLength(0)
    expect(troubles.splice(0)).toEqual([expect.stringContaining('400')])

    const { token } = await givenSession(sql, first.id, secret)
    await page.context().addCookies([{ name: 'errata-session', value: token, url: baseURL ?? '' }])
    await page.keyboard.press('ControlOrMeta+s')
    await page.waitForURL(/\/entries\//)
    const [saved] = await sql`select author_id from revision where answer_id = ${answer.id} and number = 2`
    expect(saved?.author_id).toBe(first.id)
  })
})
