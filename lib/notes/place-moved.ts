import type { EarlierTexts } from './earlier-texts.ts'
import { readMark } from './heading-mark.ts'
import { headingDepth, type Run } from './runs.ts'
import { highestHeading, type Plainness, type Spot } from './written-anew.ts'

/** Something to be written elsewhere than where the file has it. `fits`: a heading of that depth says on which level it stands. */
export type Outplaced = { id: string; spot: Spot; fits: boolean }

type Container = { id: string | null } & Spot

/**
 * What moved or was added, in the order in which it is written: each behind the run that stands before it; `top` is before all.
 * `levels`: on which level of the tree each stands, for those that say so.
 */
export function placeMoved(
  now: EarlierTexts,
  runs: Run[],
  stays: Set<string>,
  vanished: Set<string>,
  plainness: Map<string, Plainness>,
): { placed: Map<Run | 'top', Outplaced[]>; levels: Map<string, number> } {
  const placed = new Map<Run | 'top', Outplaced[]>()
  const levels = new Map<string, number>()
  const depths = depthsOf(runs, now.lines)
  const said = saidLevels(runs, now.lines)
  const usual = usualDepth(now, depths)
  const lastRun = new Map<string, Run>()
  for (const run of runs) if (run.owner && stays.has(run.owner)) lastRun.set(run.owner, run)
  const later = (a: Run | 'top', b: Run | 'top') =>
    a === 'top' ? b : b === 'top' || runs.indexOf(a) > runs.indexOf(b) ? a : b
  const add = (behind: Run | 'top', item: Outplaced) =>
    placed.set(behind, [...(placed.get(behind) ?? []), item])

  /** Writes a level of the tree; gives the last run that stands in it. */
  const walk = (container: Container, anchor: Run | 'top', isMoved: boolean): Run | 'top' => {
    let lastEntry = anchor
    const entries = now.entries.filter(({ sectionId, trashed }) => sectionId === container.id && !trashed)
    const own = entries.find(({ id }) => stays.has(id) && depths.has(id))
    const depth = Math.max(container.depth + 1, (own && depths.get(own.id)) ?? usual)
    for (const { id } of entries) {
      levels.set(id, container.level + 1)
      const run = isMoved ? undefined : lastRun.get(id)
      if (run) lastEntry = later(run, lastEntry)
      else if (!vanished.has(id)) add(lastEntry, entrySpot(now, id, container, depth))
    }
    const standing = isMoved ? [] : entries.flatMap(({ id }) => lastRun.get(id) ?? [])
    const sections = now.sections.filter(({ parentId, trashed }) => parentId === container.id && !trashed)
    let behind = anchor
    for (const [at, { id, level }] of sections.entries()) {
      const run = isMoved ? undefined : lastRun.get(id)
      const deep = depths.get(id)
      // One below its parent ends every sibling before it, which may be shallower than its heading.
      const marked = container.level + 1
      levels.set(id, marked)
      if (run) {
        const depth = deep ?? level
        const spot = { depth, level: plainness.get(id) ? marked : (said.get(id) ?? depth) }
        behind = later(walk({ id, ...spot }, run, false), behind)
        continue
      }
      const depth = Math.min(6, Math.max(container.depth + 1, level))
      const fits = depth > container.level
      const isAsItWas = fits && !plainness.get(id)
      const item = { id, spot: { depth, level: isAsItWas ? (said.get(id) ?? depth) : marked }, fits }
      if (vanished.has(id) && !holdsAny(now, id, vanished)) continue
      // In the file questions may stand behind the sections beside them: only what is above the next of those that stay is passed.
      const next = sections.slice(at).flatMap((each) => lastRun.get(each.id) ?? [])[0]
      for (const each of standing) if (!next || later(each, next) === next) behind = later(each, behind)
      add(behind, item)
      walk({ id, ...item.spot }, behind, true)
    }
    return later(lastEntry, behind)
  }
  const firstOwned = runs.findIndex(({ owner }) => owner !== null)
  const leading = runs.slice(0, firstOwned < 0 ? runs.length : firstOwned)
  const title = leading.some(({ pieces }) =>
    pieces.some(({ line }) => /^#(?!#)/.test(now.lines[line - 1] ?? '')),
  )
  walk({ id: null, depth: title ? 1 : 0, level: 0 }, leading.at(-1) ?? 'top', false)
  return { placed, levels }
}

function entrySpot(now: EarlierTexts, id: string, container: Container, wanted: number): Outplaced {
  const texts = [
    now.entries.find((each) => each.id === id)?.markdown ?? '',
    ...now.answers.flatMap(({ entryId, trashed, markdown }) => (entryId === id && !trashed ? markdown : [])),
  ]
  const depth = Math.min(6, wanted)
  // Headings inside the answer must stay below the question's.
  const fits = depth > container.level && depth < highestHeading(texts)
  return { id, spot: { depth, level: container.level + 1 }, fits }
}

function depthsOf(runs: Run[], lines: string[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const run of runs) {
    const depth = headingDepth(run, lines)
    if (run.owner && depth > 0 && !depths.has(run.owner)) depths.set(run.owner, depth)
  }
  return depths
}

/** On which levels the marks of an earlier export put what is copied as it was. */
function saidLevels(runs: Run[], lines: string[]): Map<string, number> {
  return new Map(
    runs.flatMap(({ owner, pieces: [heading] }): [string, number][] => {
      const mark = heading?.kind.endsWith('_heading') ? readMark(lines[heading.endLine]) : null
      return owner && mark ? [[owner, mark.level]] : []
    }),
  )
}

/** How deep most questions of the file stand; 1 where none has a heading of its own. */
function usualDepth({ entries }: EarlierTexts, depths: Map<string, number>): number {
  const counts = new Map<number, number>()
  for (const { id } of entries) {
    const depth = depths.get(id)
    if (depth) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1
}

/** Whether something is written below a section that the file no longer has. */
function holdsAny(now: EarlierTexts, id: string, vanished: Set<string>): boolean {
  return (
    now.entries.some((entry) => entry.sectionId === id && !entry.trashed && !vanished.has(entry.id)) ||
    now.sections.some((each) => each.parentId === id && !each.trashed && holdsAny(now, each.id, vanished))
  )
}
