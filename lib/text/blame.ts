import { diffArrays } from 'diff'

export type BlamedLine<Version> = { text: string; version: Version }

/** Milliseconds for the whole walk; lines not settled by then are the newest version's. */
const budget = 1_000

/**
 * Which version each line of the last text comes from: the one that last wrote it. `versions` go from the oldest to the newest.
 * A line that only changed its place keeps its version where the comparison sees it as kept.
 */
export function blameLines<Version extends { markdown: string }>(versions: Version[]): BlamedLine<Version>[] {
  return blameParts(versions, ({ markdown }) => markdown.split('\n'))
}

/** The same for other parts than lines. */
export function blameParts<Version>(
  versions: Version[],
  partsOf: (version: Version) => string[],
): BlamedLine<Version>[] {
  const until = performance.now() + budget
  let parts: BlamedLine<Version>[] = []
  for (const version of versions) parts = carry(parts, version, partsOf(version), until - performance.now())
  return parts
}

function carry<Version>(
  before: BlamedLine<Version>[],
  version: Version,
  after: string[],
  timeout: number,
): BlamedLine<Version>[] {
  const written = (text: string) => ({ text, version })
  if (before.length === 0 || timeout <= 0) return after.map(written)
  const parts = diffArrays(
    before.map(({ text }) => text),
    after,
    { timeout },
  )
  if (!parts) return after.map(written)
  const lines: BlamedLine<Version>[] = []
  let at = 0
  for (const { added, removed, value } of parts) {
    if (added) lines.push(...value.map(written))
    else {
      if (!removed) lines.push(...before.slice(at, at + value.length))
      at += value.length
    }
  }
  return lines
}
