import { z } from 'zod'
import { Refusal } from '#lib/refusal'

/** An id as forms and scripts send it; an empty one says that there is none. */
export const maybeId = z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable())

/** Where among its siblings something should stand: at an end, or behind one of them. */
export const After = z.union([z.literal(['start', 'end']), z.uuid()])
export type After = z.infer<typeof After>

/** How a list of siblings stands; `trashed` ones keep their place among them. */
export type Sibling = { id: string; trashed: boolean }

/** Behind which of the visible siblings something stands: what says its place in words that a later change leaves true. */
export function placeOf(siblings: Sibling[], id: string): After {
  const visible = siblings.filter((each) => !each.trashed || each.id === id)
  return visible[visible.findIndex((each) => each.id === id) - 1]?.id ?? 'start'
}

/** Whether something stands there already, so that a repeated submit changes nothing. */
export function standsAt(siblings: Sibling[], id: string, after: After): boolean {
  const visible = siblings.filter((each) => !each.trashed || each.id === id)
  if (!visible.some((each) => each.id === id)) return false
  return after === 'end' ? visible.at(-1)?.id === id : placeOf(siblings, id) === after
}

/** Refuses a neighbour that went to the trash or elsewhere since the mover looked. */
export function requireNeighbour(siblings: Sibling[], after: After): void {
  if (after === 'start' || after === 'end') return
  if (!siblings.some(({ id, trashed }) => id === after && !trashed))
    throw new Refusal('conflict', 'What it should stand behind is no longer there.', { field: 'after' })
}

/** A list with some of its members taken out and put, in their order, before the one at `at` of the rest. */
export function replaced<T extends { id: string }>(
  list: T[],
  ids: Set<string>,
  at: (rest: T[]) => number,
): T[] {
  const rest = list.filter(({ id }) => !ids.has(id))
  const index = at(rest)
  return [...rest.slice(0, index), ...list.filter(({ id }) => ids.has(id)), ...rest.slice(index)]
}
