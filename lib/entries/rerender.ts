import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { channel } from '#lib/live/channel'
import { rendererVersion } from '#lib/rendering/rendered'
import { renderText } from './render-text.ts'

const batch = 100

type Outdated = { id: string; text_id: string; note_id: string; markdown: string }

/**
 * Renders the current texts that an older renderer made once more, and only what is derived from them changes. Needs the schema
 * owner's connection, for the application may not touch revisions. Returns how many there were.
 */
export async function rerenderHeads(ownerUrl: string): Promise<number> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const db = drizzle(connection)
  try {
    for (let done = 0; ; ) {
      const outdated = await db.execute<Outdated>(listOutdated)
      if (outdated.length === 0) return done
      for (const { id, text_id, note_id, markdown } of outdated) {
        const { html, toc, substance } = await renderText(note_id, text_id, markdown)
        await db.execute(sql`
          update revision set html = ${html}, toc = ${JSON.stringify(toc)}::jsonb, substance = ${substance},
            renderer_version = ${rendererVersion} where id = ${id}`)
      }
      done += outdated.length
      await db.execute(sql`select pg_notify(${channel}, 'everything')`)
    }
  } finally {
    await connection.end()
  }
}

const listOutdated = sql`
  select revision.id, text.id as text_id, text.note_id, revision.markdown
  from revision join (
    select id, note_id, head_revision_id from entry
    union all select id, note_id, head_revision_id from section
    union all select answer.id, entry.note_id, answer.head_revision_id from answer join entry on entry.id = answer.entry_id
  ) text on text.head_revision_id = revision.id
  where revision.renderer_version < ${rendererVersion} limit ${batch}`
