import type { SearchAnswer } from '#lib/search/search'

const shown = 12

/** Asks the one search there is. Throws when it is not available. */
export async function askSearch(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: query, limit: String(shown) })}`, {
    signal,
  })
  if (!response.ok) throw new Error(`search answered ${response.status}`)
  return response.json()
}
