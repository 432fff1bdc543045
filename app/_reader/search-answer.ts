export type Piece = { t: string; hit: boolean }

export type Hit = {
  id: string
  title: string
  titlePieces: Piece[]
  url: string
  note: { title: string }
  section: string | null
  state: string
  snippet: Piece[]
}

/** What `GET /api/search` answers, as far as the box shows it. */
export type SearchAnswer = { hits: Hit[]; total: number | null; relaxed: boolean; correction: string | null }

const shown = 12

/** Asks the one search there is. Throws when it is not available. */
export async function askSearch(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: query, limit: String(shown) })}`, {
    signal,
  })
  if (!response.ok) throw new Error(`search answered ${response.status}`)
  return response.json()
}
