import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { v7 } from 'uuid'

type Question = { id: string; short: string }

/** A new question in some note, with one revision: no call before has done anything to it. */
export async function givenQuestion(sql: Sql): Promise<Question> {
  const [id, head, short] = [v7(), v7(), randomUUID().replaceAll('-', '').slice(0, 10)]
  const title = `Fresh ${id}`
  await sql.begin(async (tx) => {
    await tx`insert into entry (id, short_id, note_id, position, head_revision_id, created_by)
      select ${id}, ${short}, note.id, 1, ${head}, note.created_by from note limit 1`
    await tx`insert into revision (id, entry_id, number, kind, title, markdown, html, toc, renderer_version, substance, sha256, author_id)
      select ${head}, ${id}, 1, 'edit', ${title}, '', '', '[]', 1, 'none', sha256(convert_to(${`${title}\n\n`}, 'UTF8')), created_by from entry where id = ${id}`
  })
  return { id, short }
}
