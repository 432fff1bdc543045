import type { QueueFilter } from '#lib/corrections/input'

/** The queue, or with `shortId` one correction in it, under a filter that goes along in the URL. */
export function queuePath(filter: QueueFilter, shortId?: string): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const path = shortId ? `/corrections/${shortId}` : '/corrections'
  return query.size > 0 ? `${path}?${query}` : path
}
