import { driver } from '#db/client'
import { dirtyChannel } from '../dirty-set.ts'
import type { SearchEngine } from '../engine.ts'
import { type Progress, rebuildIndex } from './rebuild.ts'
import { writeSyncState } from './state.ts'

/** Rebuilds the outside engine's index, telling the admin page how far it is; undefined where another instance is at it. */
export async function rebuildOutside(
  engine: SearchEngine,
  progress: Progress = () => {},
): Promise<number | undefined> {
  await engine.ensure()
  const count = await rebuildIndex(engine, async (done, total) => {
    await writeSyncState({
      rebuildDone: done,
      rebuildTotal: total,
      ...(done === 0 && { rebuildStartedAt: new Date(), rebuildAskedAt: null }),
    })
    await progress(done, total)
  })
  if (count === undefined) return undefined
  await writeSyncState({ rebuildStartedAt: null, rebuiltAt: new Date(), readyAt: new Date() })
  // Deliveries that were held up need not wait for the next poll.
  await driver().notify(dirtyChannel, '')
  return count
}
