// What a page may depend on; anything else in a query string is dropped, so that it can neither split nor fill the cache.
const known = [
  'q',
  'note',
  'tag',
  'state',
  'title',
  'offset',
  'page',
  'before',
  'sort',
  'problem',
  'notice',
  'from',
  'to',
  'view',
]

/** The path that a page is rendered for and, with the language, kept under. Null where the URL is not one of ours. */
export function pagePath(url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 4_096) return null
  const [path = '/', query] = url.split('?', 2)
  if (!query) return path
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of known) for (const value of given.getAll(name)) kept.append(name, value)
  return kept.size > 0 ? `${path}?${kept}` : path
}
