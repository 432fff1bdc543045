import { parseNumber } from './parse-number.ts'

export type CompareSearch = { from?: string | string[]; to?: string | string[]; view?: string | string[] }

/** `inline`: the source with both texts in one line; `source`: side by side; `page`: as it is read. */
export const compareViews = ['inline', 'source', 'page'] as const
export type CompareView = (typeof compareViews)[number]

/** Which versions are compared and how; where a side is not named, the newest with the one before. */
export function parseCompare(search: CompareSearch, newest: number) {
  const to = parseNumber(search.to) ?? newest
  const from = parseNumber(search.from) ?? Math.max(1, to - 1)
  const view = compareViews.find((each) => each === search.view) ?? 'inline'
  return { from, to, view }
}

/** The query of a comparison's URL, with what it was asked for and nothing else. */
export function compareQuery({
  from,
  to,
  view,
}: CompareSearch | { from: number; to: number; view: string }): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ from, to, view })) if (value) query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}
