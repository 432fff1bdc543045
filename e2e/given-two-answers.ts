import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { givenHistory, openQuestion } from './given-history.ts'

/** A question with an imported answer and one of somebody's; its path. */
export async function givenTwoAnswers(page: Page, sql: Sql, authorId: string): Promise<string> {
  const history = await givenHistory('三次握手确认双方的收发能力。\n\n它同步了初始序列号。')
  await openQuestion(page, history)
  await page.waitForURL(/\/entries\//)
  const path = new URL(page.url()).pathname
  const entry = path.slice(path.lastIndexOf('-') + 1)
  const [answer, revision] = [randomUUID(), randomUUID()]
  await sql.begin(async (tx) => {
    await tx`
      insert into answer (id, short_id, entry_id, position, origin, author_id, head_revision_id)
      select ${answer}, ${randomBytes(5).toString('hex')}, id, 9, 'person', ${authorId}, ${revision} from entry where short_id = ${entry}`
    await tx`
      insert into revision (id, answer_id, number, kind, markdown, html, toc, renderer_version, substance, sha256, author_id)
      select ${revision}, ${answer}, 1, 'edit', markdown, html, toc, renderer_version, substance, sha256, ${authorId}
      from revision join answer on answer.head_revision_id = revision.id join entry on entry.id = answer.entry_id
      where entry.short_id = ${entry}`
    await tx`select pg_notify('errata_pages', 'everything')`
  })
  return path
}
