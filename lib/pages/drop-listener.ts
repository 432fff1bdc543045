import { driver } from '#db/client'
import { channel } from '#lib/live/channel'
import type { Hub } from '#lib/live/hub'
import type { PageCache } from './page-cache.ts'
import { dropHereBy, type PageTag } from './tags.ts'

/**
 * Keeps a cache in step with every instance's writes and tells whoever follows a page or a text; after a lost connection everything
 * is dropped and everybody told. Returns how to stop.
 */
export async function listenForDrops(cache: PageCache, hub: Hub): Promise<() => Promise<void>> {
  const everything = () => {
    cache.dropAll()
    hub.tellAll()
  }
  const drop = (tag: PageTag) => (tag === 'everything' ? cache.dropAll() : cache.drop(tag))
  const heard = (told: string) => {
    if (told === 'everything') return everything()
    if (!told.startsWith('writing:')) drop(told as PageTag) // only dropPages and tellWriting write here
    hub.tell(told)
  }
  const { unlisten } = await driver().listen(channel, heard, everything)
  dropHereBy(drop)
  return async () => {
    dropHereBy(undefined)
    await unlisten()
  }
}
