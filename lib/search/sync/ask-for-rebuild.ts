import { driver } from '#db/client'
import { mayAdminister } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { dirtyChannel } from '../dirty-set.ts'
import { outside } from '../meilisearch/connection.ts'
import { writeSyncState } from './state.ts'

/** Has the search server's index made anew by whichever instance is free first; asking again changes nothing. Throws Refusal: forbidden, invalid. */
export async function askForRebuild(viewer: Viewer): Promise<void> {
  if (!mayAdminister(viewer))
    throw new Refusal('forbidden', 'Only an admin may have the search index made anew.')
  if (!outside()) throw new Refusal('invalid', 'The embedded search index is made anew by `npm run reindex`.')
  await writeSyncState({ rebuildAskedAt: new Date() })
  await driver().notify(dirtyChannel, '')
}
