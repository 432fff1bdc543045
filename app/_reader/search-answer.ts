import type { SearchAnswer } from '#lib/search/search'

const shown = '8'

/** Asks the one search there is. Throws when it is not available. */
export async function askSearch(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const asked = new URLSearchParams({ q: query, limit: shown, places: '1' })
  const response = await fetch(`/api/search?${asked}`, { signal })
  if (!response.ok) throw new Error(`search answered ${response.status}`)
  return response.json()
}
