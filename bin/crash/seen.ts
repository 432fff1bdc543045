import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from 'postgres'

// A write on one instance is seen on the others within a second; a page that is rendered under load takes longer than that.
const tries = 50
const pause = 100

/** Whether readers see a text as it now is: the page cache hears of writes again after the database was away. */
export async function findUnseen(sql: Sql, url: string, textId = ''): Promise<string[]> {
  const [text] = await sql<{ entry: string; answer: string; number: number }[]>`
    select entry.short_id as entry, answer.short_id as answer, revision.number from answer
    join entry on entry.id = answer.entry_id join revision on revision.id = answer.head_revision_id where answer.id = ${textId}`
  if (!text) return [`there is no text ${textId}`]
  let shown = 0
  for (let at = 0; at < tries; at++) {
    const answer = await fetch(`${url}/entries/${text.entry}`).catch(() => undefined)
    const page = (await answer?.text().catch(() => undefined)) ?? ''
    shown = Number(new RegExp(`${text.answer}&quot;:(\\d+)`).exec(page)?.[1] ?? 0)
    if (shown >= text.number) return []
    await wait(pause)
  }
  return [`readers see version ${shown} of ${textId}, which is at ${text.number}`]
}
