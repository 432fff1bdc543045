/** A part of a long list. */
export type Stretch = { limit: number; offset: number }
export type PageOfList = Stretch & { page: number; pages: number }

/** How many rows a page of a long list has. */
const pageSize = 100

/** The page of a list of `total` rows that was asked for, counted from 1: the first where that is no number, the last where there are not so many. */
export function pageOf(total: number, asked: unknown): PageOfList {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const wanted = typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : 1
  const page = Math.min(Math.max(1, wanted), pages)
  return { page, pages, limit: pageSize, offset: (page - 1) * pageSize }
}

/** The parts, in order, that a stretch of their rows lies in, and the stretch counted from the first row of these. */
export function partsWithin<Part extends { entries: number }>(
  parts: Part[],
  { limit, offset }: Stretch,
): { parts: Part[]; stretch: Stretch } {
  let before = 0
  let skipped = 0
  const within = parts.filter(({ entries }) => {
    const from = before
    before += entries
    if (before <= offset) skipped = before
    return before > offset && from < offset + limit
  })
  return { parts: within, stretch: { limit, offset: offset - skipped } }
}
