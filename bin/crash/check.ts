import type { Sql } from 'postgres'
import type { Acknowledged } from './journal.ts'

/** What is wrong; all empty where every promise was kept. Each is a list of sentences. */
export type Faults = Record<'lost' | 'doubled' | 'broken' | 'incomplete' | 'unseen', string[]>

type Row = {
  id: string
  textId: string
  number: number
  baseId: string | null
  mark: string
  isMarked: boolean
}

/** Compares what clients were told with what the database holds, and the database with itself. */
export async function check(
  sql: Sql,
  textIds: string[],
  told: Acknowledged[],
): Promise<Omit<Faults, 'unseen'> & { kept: number }> {
  const rows = await sql<Row[]>`
    select id, answer_id as "textId", number, base_id as "baseId", summary as mark, strpos(markdown, summary) > 0 as "isMarked"
    from revision where answer_id in ${sql(textIds)} order by answer_id, number`
  return {
    kept: rows.length,
    lost: findLost(rows, told),
    doubled: findDoubled(rows),
    broken: [...findBroken(rows), ...(await findStrayHeads(sql, textIds))],
    incomplete: await findIncomplete(sql, textIds),
  }
}

function findLost(rows: Row[], told: Acknowledged[]): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return told.flatMap(({ revisionId, textId, number, operationId }) => {
    const row = byId.get(revisionId)
    const isThere =
      row?.textId === textId && row.number === number && row.mark === operationId && row.isMarked
    return isThere
      ? []
      : [`acknowledged ${revisionId} (version ${number} of ${textId}) is not there as it was saved`]
  })
}

/** Two revisions of one save. */
function findDoubled(rows: Row[]): string[] {
  const seen = new Set<string>()
  return rows.flatMap(({ id, mark }) => {
    if (mark === '') return []
    const isAgain = seen.has(mark)
    seen.add(mark)
    return isAgain ? [`${id} is the save ${mark} for the second time`] : []
  })
}

/** Numbers from 1 without gaps, each standing on the one before. */
function findBroken(rows: Row[]): string[] {
  return rows.flatMap((row, at) => {
    const before = rows[at - 1]?.textId === row.textId ? rows[at - 1] : undefined
    const isNext = row.number === (before?.number ?? 0) + 1 && row.baseId === (before?.id ?? null)
    return isNext
      ? []
      : [`${row.id} (version ${row.number} of ${row.textId}) does not follow on ${before?.id}`]
  })
}

async function findStrayHeads(sql: Sql, textIds: string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from answer where id in ${sql(textIds)}
      and head_revision_id <> (select id from revision where answer_id = answer.id order by number desc limit 1)`
  return rows.map(({ id }) => `the head of ${id} is not its newest revision`)
}

/** What a save must have done besides: audit row, operation, version, search document. */
async function findIncomplete(sql: Sql, textIds: string[]): Promise<string[]> {
  const [counts] = await sql<{ saves: number; audited: number; operations: number }[]>`
    select count(*)::int as saves, count(operation.id)::int as operations,
      (select count(*)::int from audit where action = 'answer.revise') as audited
    from revision left join operation on operation.revision_id = revision.id
    where answer_id in ${sql(textIds)} and number > 1`
  const stale = await sql<{ id: string }[]>`
    select entry.id from entry where not exists (
      select 1 from search_doc where search_doc.id = entry.id and search_doc.version = entry.version)`
  const { saves = 0, audited = 0, operations = 0 } = counts ?? {}
  return [
    ...(audited === saves ? [] : [`${saves} saves have ${audited} audit rows`]),
    ...(operations === saves ? [] : [`${saves} saves have ${operations} operations`]),
    ...stale.map(({ id }) => `${id} is not found as it is`),
  ]
}
