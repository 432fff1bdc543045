import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { importNotes } from './importing.ts'

export type QuestionGiven = { title: string; path: string; shortId: string }

/** A note of its own with an open and an answered question about the same thing that nobody else asks about. */
export async function givenQuestions(sql: Sql) {
  const mark = randomBytes(4).toString('hex')
  const note = `重复 ${mark}`
  const titles = [`星形路由${mark}怎么选路`, `讲讲星形路由${mark}的选路`]
  const text = `# ${note}\n\n## 第一部分\n\n### ${titles[0]}\n\n### ${titles[1]}\n\n按代价选最短的一条。\n`
  await importNotes([{ name: note, text }])
  const rows = await sql<{ title: string; short: string; note: string }[]>`
    select revision.title, entry.short_id as short, note.short_id as note from entry join revision on revision.id = entry.head_revision_id
      join note on note.id = entry.note_id where revision.title in ${sql(titles)}`
  const [open, answered] = titles.map((title): QuestionGiven => {
    const shortId = rows.find((row) => row.title === title)?.short ?? ''
    return { title, shortId, path: `/entries/x-${shortId}` }
  })
  return { mark, note, noteId: rows[0]?.note ?? '', open: open!, answered: answered! }
}
