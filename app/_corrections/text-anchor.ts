type Place = { entry: { shortId: string }; answerShortId: string | null }

/** Where on an entry's page a text stands: an answer by its short id; the question is the page itself. */
export const textAnchor = (answerShortId: string | null): string =>
  answerShortId ? `#a-${answerShortId}` : ''

/** Where a change to a whole text is suggested, with what it is for. */
export function suggestPath(
  { entry, answerShortId }: Place,
  reasons: { report?: string; follows?: string } = {},
): string {
  const path = answerShortId ? `/answers/${answerShortId}/suggest` : `/entries/${entry.shortId}/suggest`
  const query = new URLSearchParams(reasons)
  return query.size > 0 ? `${path}?${query}` : path
}
