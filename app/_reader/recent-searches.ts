const key = 'recent-searches'
const most = 8

/** A list of searches with a new one in front: each once, the newest eight. */
export function withSearch(list: string[], query: string): string[] {
  const wanted = query.trim()
  if (wanted === '') return list
  return [wanted, ...list.filter((other) => other !== wanted)].slice(0, most)
}

/** What this browser searched for lately, the newest first. */
export function recentSearches(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

export function rememberSearch(query: string): void {
  localStorage.setItem(key, JSON.stringify(withSearch(recentSearches(), query)))
}
