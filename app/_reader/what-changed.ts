export type PageText = { shortId: string; kind: 'entry' | 'answer'; number: number; author: string }
type Change = { kind: 'saved' | 'added' | 'other'; number: number; author: string; path?: string }

/** What happened to a page since it was made: `before` says which version of each text (by short id) it shows. */
export function whatChanged(before: Record<string, number>, now: PageText[]): Change | undefined {
  const saved = now.filter(({ shortId, number }) => number > (before[shortId] ?? number))
  const [text] = saved
  if (text && saved.length === 1) {
    const { shortId, number, author } = text
    const place = text.kind === 'entry' ? `/entries/${shortId}` : `/answers/${shortId}`
    return {
      kind: 'saved',
      number,
      author,
      path: `${place}/compare?from=${before[shortId]}&to=${number}`,
    }
  }
  if (saved.length > 1) return { kind: 'other', number: 0, author: '' }
  const added = now.find(({ shortId }) => !(shortId in before))
  if (added) return { kind: 'added', number: added.number, author: added.author }
  const isGone = Object.keys(before).some((shortId) => !now.some((one) => one.shortId === shortId))
  return isGone ? { kind: 'other', number: 0, author: '' } : undefined
}
