import { readBacklog } from '#lib/search/sync/queries'
import { searchIsServed } from '#lib/search/sync/ready'

/**
 * Whether this instance can serve: the database answers. A search server that is down or behind is told (entries, seconds) but does not make it
 * unfit, for the embedded engine answers meanwhile.
 */
export async function checkReadiness() {
  try {
    return { ready: true, database: 'ok', search: await checkSearch() } as const
  } catch (error) {
    console.error(error)
    return { ready: false, database: 'unreachable', search: null } as const
  }
}

async function checkSearch() {
  const served = await searchIsServed()
  if (served.chosen === 'postgres')
    return { engine: 'postgres', degraded: false, pending: 0, parked: 0, lagSeconds: 0 } as const
  return { engine: served.chosen, degraded: served.degraded, ...(await readBacklog()) } as const
}
