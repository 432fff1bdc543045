import type { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import { afterCommit, type Transaction } from '#db/client'
import { channel } from '#lib/live/channel'

/** What a cached page was made from. A write names the tags it touches; pages that carry one are dropped everywhere. */
export type PageTag = `entry:${string}` | `note:${string}` | 'home' | 'notes' | 'tags' | 'everything'

// The server in front and the pages behind it are bundled apart but run in one process: they meet here.
const shared = globalThis as typeof globalThis & {
  errataPageTags?: AsyncLocalStorage<Set<PageTag>>
  errataDrop?: (tag: PageTag) => void
}

/** Called by a page while it renders: says what it was made from. Does nothing where no page cache stands in front. */
export function madeFrom(...tags: PageTag[]): void {
  const rendering = shared.errataPageTags?.getStore()
  for (const tag of tags) rendering?.add(tag)
}

/**
 * Called by a verb in its transaction: when it commits, every instance drops the pages made from these; this process does before the
 * verb returns, so that whoever wrote reads it next.
 */
export async function dropPages(tx: Transaction, tags: PageTag[]): Promise<void> {
  if (tags.length === 0) return
  afterCommit(() => {
    for (const tag of tags) shared.errataDrop?.(tag)
  })
  await tx.execute(sql`
    select pg_notify(${channel}, tag) from unnest(string_to_array(${[...new Set(tags)].join(' ')}, ' ')) as tag`)
}

/** Called by the page cache of this process: how a tag is dropped here. */
export function dropHereBy(drop: ((tag: PageTag) => void) | undefined): void {
  shared.errataDrop = drop
}
