import { driver } from '#db/client'
import type { PageCache } from './page-cache.ts'
import { channel, type PageTag } from './tags.ts'

/** Keeps a cache in step with every instance's writes; after a lost connection everything is dropped. Returns how to stop. */
export async function listenForDrops(cache: PageCache): Promise<() => Promise<void>> {
  const { unlisten } = await driver().listen(
    channel,
    (tag) => (tag === 'everything' ? cache.dropAll() : cache.drop(tag as PageTag)), // only dropPages writes here
    () => cache.dropAll(),
  )
  return unlisten
}
