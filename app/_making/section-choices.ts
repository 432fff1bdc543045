import type { Outline } from '#lib/notes/outline'

export type SectionChoice = { id: string; shortId: string; title: string; depth: number }

/** The sections of a note in reading order, each with how deep it stands, from 0. */
export function sectionChoices({ sections }: Outline, depth = 0): SectionChoice[] {
  return sections.flatMap((section) => [
    { id: section.id, shortId: section.shortId, title: section.title ?? '', depth },
    ...sectionChoices(section, depth + 1),
  ])
}

/** As a line of a list: indented by how deep it stands. */
export const choiceLabel = ({ title, depth }: SectionChoice): string => `${'\u2003'.repeat(depth)}${title}`
