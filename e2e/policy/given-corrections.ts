import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'

const shortId = () =>
  Array.from({ length: 10 }, () => '23456789abcdefghjkmnpqrstvwxyz'[randomInt(30)] ?? '2').join('')

/** An answer that came with the wiki, with its head as it is now. */
export async function importedAnswer(sql: Sql): Promise<{ id: string; head: string; markdown: string }> {
  const [row] = await sql<{ id: string; head: string; markdown: string }[]>`
    select answer.id, answer.head_revision_id as head, revision.markdown from answer
    join revision on revision.id = answer.head_revision_id join entry on entry.id = answer.entry_id
    where origin = 'import' and substance = 'full' and answer.trashed_at is null and entry.trashed_at is null
    order by answer.id limit 1`
  return row!
}

/** An open correction of that answer, proposed by that person; earlier open ones of theirs are withdrawn. */
export async function givenCorrection(sql: Sql, authorId: string, kind = 'typo') {
  const { id: answerId, head, markdown } = await importedAnswer(sql)
  const given = { id: randomUUID(), short_id: shortId() }
  await sql`update correction set state = 'withdrawn' where author_id = ${authorId} and state = 'open'`
  await sql`insert into correction ${sql({ ...given, answer_id: answerId, kind, author_id: authorId })}`
  const rev = {
    correction_id: given.id,
    number: 1,
    base_revision_id: head,
    markdown: `${markdown}\n\nMore ${given.short_id}.`,
    author_id: authorId,
  }
  await sql`insert into correction_rev ${sql(rev)}`
  return { id: given.id, shortId: given.short_id, head, markdown }
}

/** An open report about that answer. */
export async function givenReport(sql: Sql, authorId: string): Promise<{ id: string; shortId: string }> {
  const { id: answerId, head } = await importedAnswer(sql)
  const given = { id: randomUUID(), short_id: shortId() }
  const passage = sql.json({ quote: 'words', prefix: '', suffix: '' })
  await sql`insert into report (id, short_id, answer_id, revision_id, kind, passage, author_id)
    values (${given.id}, ${given.short_id}, ${answerId}, ${head}, 'unclear', ${passage}, ${authorId})`
  return { id: given.id, shortId: given.short_id }
}
