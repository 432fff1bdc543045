import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { queueForIndexing } from '#lib/search/outbox'
import { growVersions } from './append-revision.ts'

/** Questions are also found by the titles above them: after a section got another, all below it are indexed anew. */
export async function reindexSection(tx: Transaction, sectionId: string): Promise<void> {
  if (!(await isRetitled(tx, sectionId))) return
  const below = await tx.execute<{ id: string }>(sql`
    with recursive under as (
      select id from section where id = ${sectionId}
      union all select section.id from section join under on section.parent_id = under.id)
    select entry.id from entry join under on under.id = entry.section_id order by entry.id`)
  const ids = below.map(({ id }) => id)
  await growVersions(tx, ids)
  await queueForIndexing(tx, ids)
}

async function isRetitled(tx: Transaction, sectionId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from section join revision head on head.id = section.head_revision_id
    join revision base on base.id = head.base_id where section.id = ${sectionId} and base.title <> head.title`)
  return rows.length > 0
}
