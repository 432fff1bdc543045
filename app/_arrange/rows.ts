/** One line of a note's tree: a heading or a question, in the order in which they are read. */
export type Row = {
  kind: 'section' | 'entry'
  id: string
  title: string
  depth: number
  /** The section it stands in; null for the note itself. */
  parent: string | null
}

/** A place between two rows. */
export type Slot = {
  /** Behind which row it lies, counted among all; −1 above the first. */
  behind: number
  depth: number
  parent: string | null
  /** What it follows among its new siblings. */
  after: 'start' | string
}

type Level = {
  entries: { id: string; title: string | null }[]
  sections: (Level & { id: string; title: string | null })[]
}

/** A note's tree as rows. */
export function rowsOf(level: Level, parent: string | null = null, depth = 0): Row[] {
  return [
    ...level.entries.map(({ id, title }) => ({
      kind: 'entry' as const,
      id,
      title: title ?? '',
      depth,
      parent,
    })),
    ...level.sections.flatMap((section) => [
      { kind: 'section' as const, id: section.id, title: section.title ?? '', depth, parent },
      ...rowsOf(section, section.id, depth + 1),
    ]),
  ]
}

/** The row behind the last one that moves along with this one. */
export function endOf(rows: Row[], at: number): number {
  const depth = rows[at]?.depth ?? 0
  if (rows[at]?.kind === 'entry') return at + 1
  let end = at + 1
  while ((rows[end]?.depth ?? -1) > depth) end++
  return end
}

/** Where a row may go, from the top; where several lie at one height, the innermost comes first. */
export function slotsFor(rows: Row[], id: string): Slot[] {
  const at = rows.findIndex((row) => row.id === id)
  const kind = rows[at]?.kind
  if (!kind) return []
  const moving = new Set(rows.slice(at, endOf(rows, at)))
  const rest = rows.filter((row) => !moving.has(row))
  const indexOf = new Map(rows.map((row, index) => [row, index]))
  const behind = (restAt: number) => {
    const row = rest[restAt]
    return (row && indexOf.get(row)) ?? -1
  }
  const slots: Slot[] = []
  const containers = [
    { id: null, restAt: -1, depth: -1 },
    ...rest.flatMap((row, restAt) =>
      row.kind === 'section' ? [{ id: row.id, restAt, depth: row.depth }] : [],
    ),
  ]
  for (const container of containers) {
    const depth = container.depth + 1
    const children = rest.flatMap((row, restAt) => (row.parent === container.id ? [{ row, restAt }] : []))
    const entries = children.filter(({ row }) => row.kind === 'entry')
    const top = kind === 'entry' ? container.restAt : (entries.at(-1)?.restAt ?? container.restAt)
    slots.push({ behind: behind(top), depth, parent: container.id, after: 'start' })
    for (const { row, restAt } of children)
      if (row.kind === kind)
        slots.push({
          behind: behind(endOf(rest, restAt) - 1),
          depth,
          parent: container.id,
          after: row.id,
        })
  }
  return slots.toSorted((a, b) => a.behind - b.behind || b.depth - a.depth)
}

/** Where a row stands now, as one of its slots. */
export function slotOf(rows: Row[], id: string): Slot | undefined {
  const at = rows.findIndex((row) => row.id === id)
  const row = rows[at]
  if (!row) return undefined
  const before = rows.slice(0, at).findLast(({ kind, parent }) => kind === row.kind && parent === row.parent)
  return findSlot(rows, id, row.parent, before?.id ?? 'start')
}

export const findSlot = (rows: Row[], id: string, parent: string | null, after: string): Slot | undefined =>
  slotsFor(rows, id).find((slot) => slot.parent === parent && slot.after === after)

/** The rows after one was put into a slot, with what stands in it. */
export function movedTo(rows: Row[], id: string, slot: Slot): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const moving = rows.slice(at, endOf(rows, at))
  const shift = slot.depth - (moving[0]?.depth ?? 0)
  const moved = moving.map((row, index) => ({
    ...row,
    depth: row.depth + shift,
    parent: index === 0 ? slot.parent : row.parent,
  }))
  const above = rows.slice(0, slot.behind + 1).filter((row) => !moving.includes(row))
  const below = rows.slice(slot.behind + 1).filter((row) => !moving.includes(row))
  return [...above, ...moved, ...below]
}
