import type { EarlierTexts } from './earlier-texts.ts'
import { proposeNote } from './propose.ts'
import type { Run } from './runs.ts'

/**
 * The questions and sections that stand in a note where its last file had them: under the same heading, and in the order in which
 * most of their siblings there still are. What is in the trash stands nowhere; under a section that moved, everything moved.
 */
export function whatStays(now: EarlierTexts, runs: Run[], fileName: string): Set<string> {
  const parentInFile = parentsInFile(now, fileName)
  const order = new Map<string, number>()
  for (const [at, { owner }] of runs.entries()) if (owner && !order.has(owner)) order.set(owner, at)
  const items = [
    ...now.sections.map(({ id, parentId, trashed }) => ({ id, parent: parentId, trashed })),
    ...now.entries.map(({ id, sectionId, trashed }) => ({ id, parent: sectionId, trashed })),
  ]
  const mayStay = ({ id, parent, trashed }: (typeof items)[number]) =>
    !trashed && order.has(id) && (!parentInFile.has(id) || parentInFile.get(id) === parent)
  const stays = new Set<string>()
  const settle = (list: typeof items) => {
    for (const siblings of grouped(list.filter(mayStay)).values()) {
      const kept = longestRise(siblings.map(({ id }) => order.get(id) ?? 0))
      for (const [at, { id }] of siblings.entries()) if (kept.has(at)) stays.add(id)
    }
  }
  const sections = new Set(now.sections.map(({ id }) => id))
  settle(items.filter(({ id }) => sections.has(id)))
  settle(items.filter(({ id }) => !sections.has(id)))
  removeBelowMoved(stays, items, new Set(now.sections.filter(({ trashed }) => trashed).map(({ id }) => id)))
  return stays
}

type Item = { id: string; parent: string | null }

function removeBelowMoved(stays: Set<string>, items: Item[], trashed: Set<string>): void {
  for (let before = -1; before !== stays.size; ) {
    before = stays.size
    for (const { id, parent } of items)
      if (parent !== null && !stays.has(parent) && !trashed.has(parent)) stays.delete(id)
  }
}

/** Under which section the importer finds each of them in the last file; absent for what it would read otherwise today. */
function parentsInFile({ lines, pieces }: EarlierTexts, fileName: string): Map<string, string | null> {
  const proposal = proposeNote(fileName, lines)
  const idAt = new Map(
    pieces.flatMap(({ kind, line, sectionId, entryId }) =>
      kind.endsWith('_heading') ? [[line, sectionId ?? entryId ?? ''] as const] : [],
    ),
  )
  const lineOf = new Map<number, number>()
  for (const { kind, section, line } of proposal.pieces)
    if (kind === 'section_heading' && section !== undefined) lineOf.set(section, line)
  const idOf = (section: number | null) =>
    section === null ? null : (idAt.get(lineOf.get(section) ?? 0) ?? undefined)
  const parents = new Map<string, string | null>()
  for (const { kind, section, entry, line } of proposal.pieces) {
    const id = idAt.get(line)
    if (!id || !kind.endsWith('_heading') || parents.has(id)) continue
    const above =
      entry !== undefined
        ? idOf(proposal.entries[entry]?.section ?? null)
        : idOf(proposal.sections[section ?? 0]?.parent ?? null)
    if (above !== undefined) parents.set(id, above)
  }
  return parents
}

function grouped(items: Item[]): Map<string | null, Item[]> {
  const groups = new Map<string | null, Item[]>()
  for (const item of items) groups.set(item.parent, [...(groups.get(item.parent) ?? []), item])
  return groups
}

/** Indexes of a longest strictly rising subsequence. */
function longestRise(values: number[]): Set<number> {
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at)
  return kept
}
