type Shown = { note?: string; state?: string; sort?: string; page?: number }

/** The address of the list narrowed so; another choice starts again at the first page. */
export function unansweredUrl({ note, state, sort, page = 1 }: Shown): string {
  const query = new URLSearchParams()
  if (note) query.set('note', note)
  if (state) query.set('state', state)
  if (sort) query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/unanswered?${query}` : '/unanswered'
}
