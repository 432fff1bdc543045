/** Entries that come in the order of their notes, note by note. */
export function groupByNote<E extends { note: { shortId: string; title: string } }>(entries: E[]) {
  const groups: { note: E['note']; entries: E[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.note.shortId === entry.note.shortId) last.entries.push(entry)
    else groups.push({ note: entry.note, entries: [entry] })
  }
  return groups
}
