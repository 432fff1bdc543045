import { isAnswered } from '#lib/entries/entry'

type Section = {
  id: string
  shortId: string
  parentId: string | null
  position: number
  title: string | null
}
type Entry = {
  shortId: string
  sectionId: string | null
  position: number
  title: string | null
  state: string
}

export type Outline<S extends Section = Section, E extends Entry = Entry> = {
  /** Questions directly under this heading. */
  entries: E[]
  sections: OutlineSection<S, E>[]
  /** Every question under this heading, at any depth, in reading order. */
  all: E[]
}
export type OutlineSection<S extends Section = Section, E extends Entry = Entry> = S & Outline<S, E>

/** Puts the sections and questions of one note into reading order: under each heading its questions, then its subsections. */
export function outlineOf<S extends Section, E extends Entry>(sections: S[], entries: E[]): Outline<S, E> {
  const sectionsIn = grouped(sections.toSorted(byPosition), ({ parentId }) => parentId)
  const entriesIn = grouped(entries.toSorted(byPosition), ({ sectionId }) => sectionId)
  const under = (id: string | null): Outline<S, E> => {
    const own = entriesIn.get(id) ?? []
    const below = (sectionsIn.get(id) ?? []).map((section) => ({ ...section, ...under(section.id) }))
    return { entries: own, sections: below, all: [...own, ...below.flatMap(({ all }) => all)] }
  }
  return under(null)
}

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position

/** The questions before and after one, in reading order across sections. */
export function neighboursOf<E extends { shortId: string }>(
  all: E[],
  shortId: string,
): { previous?: E; next?: E } {
  const at = all.findIndex((entry) => entry.shortId === shortId)
  return at < 0 ? {} : { previous: all[at - 1], next: all[at + 1] }
}

/** The headings above a question, outermost first. */
export function pathTo<S extends Section, E extends Entry>(
  { sections }: Outline<S, E>,
  sectionId: string | null,
): OutlineSection<S, E>[] {
  for (const section of sections) {
    if (section.id === sectionId) return [section]
    const below = pathTo(section, sectionId)
    if (below.length > 0) return [section, ...below]
  }
  return []
}

/** How many of these questions have a full answer. */
export const countAnswered = (entries: { state: string }[]): number =>
  entries.filter(({ state }) => isAnswered(state)).length

function grouped<T>(items: T[], keyOf: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
