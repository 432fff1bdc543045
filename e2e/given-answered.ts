import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { importNotes } from './importing.ts'

/** An answered question that nobody else reads or writes. */
export type Answered = { path: string; answerId: string; answerShortId: string }

const many = 30
const answer =
  '这里的第一句话足够长，可以让两个人同时修改。\n\n中间的一段讲别的事情。\n\n最后一段在这里结束。'

/** Imports a note of answered questions and hands them out one by one. */
export async function givenAnswered(sql: Sql): Promise<() => Answered> {
  const name = `写作 ${randomBytes(4).toString('hex')}`
  const questions = Array.from({ length: many }, (_, at) => `## ${name} 第 ${at} 问是什么？\n\n${answer}\n`)
  await importNotes([{ name, text: `# ${name}\n\n${questions.join('\n')}` }])
  const rows = await sql<{ entry: string; answerId: string; answerShortId: string }[]>`
    select entry.short_id as entry, answer.id as "answerId", answer.short_id as "answerShortId"
    from answer join entry on entry.id = entry_id join note_import using (note_id)
    where file_name = ${`${name}.md`} order by entry.id`
  return () => {
    const row = rows.pop()
    if (!row) throw new Error(`More than ${many} questions were asked for.`)
    return { ...row, path: `/entries/x-${row.entry}` }
  }
}
