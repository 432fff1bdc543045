type Step = { kind: string; rev: number }

/** The newest rev, all or a part of it, that stands in the text by its acceptance; undefined where none was accepted or each was undone. */
export function standingRev(steps: Step[]): number | undefined {
  const last = new Map<number, string>()
  for (const { kind, rev } of steps)
    if (kind === 'accepted' || kind === 'accepted_part' || kind === 'undone') last.set(rev, kind)
  const standing = [...last].flatMap(([rev, kind]) => (kind === 'undone' ? [] : [rev]))
  return standing.length > 0 ? Math.max(...standing) : undefined
}
