import type { EarlierTexts } from './earlier-texts.ts'
import type { Comparable } from './match.ts'
import type { Proposal, ProposedSection } from './proposal.ts'

/** The sections of a note as they are compared with those of a newer file. */
export function sectionsBefore(earlier: EarlierTexts | null): Comparable[] {
  const paths = pathsBefore(earlier)
  return (earlier?.sections ?? []).map(({ id, title, markdown, trashed }) => ({
    trashed,
    title,
    path: paths.get(id) ?? '',
    body: markdown,
  }))
}

export function sectionsNow(sections: ProposedSection[]): Comparable[] {
  const paths = pathsNow(sections)
  return sections.map(({ title, text }, at) => ({ title, path: paths[at] ?? '', body: text }))
}

/** The questions of a note by what its last file said, for that is what a newer one is compared with. */
export function entriesBefore(earlier: EarlierTexts | null): Comparable[] {
  if (!earlier) return []
  const paths = pathsBefore(earlier)
  const titles = new Map(earlier.sections.map(({ id, title }) => [id, title]))
  const answers = answersByEntry(earlier)
  return earlier.entries.map(({ id, title, markdown, sectionId, trashed }) => {
    const inFile = earlier.inFile.get(id)
    const said = (answers.get(id) ?? []).map(
      (answer) => earlier.inFile.get(answer.id)?.markdown ?? answer.markdown,
    )
    return {
      trashed,
      title: inFile?.title ?? title,
      path: sectionId === null ? '' : `${paths.get(sectionId) ?? ''}\n${titles.get(sectionId) ?? ''}`,
      body: [inFile?.markdown ?? markdown, ...said].join('\n\n').trim(),
    }
  })
}

export function entriesNow({ entries, sections }: Proposal): Comparable[] {
  const paths = pathsNow(sections)
  return entries.map(({ title, context, answers, section }) => ({
    title,
    path: section === null ? '' : `${paths[section] ?? ''}\n${sections[section]?.title ?? ''}`,
    body: [context, ...answers.map(({ markdown }) => markdown)].join('\n\n').trim(),
  }))
}

export function answersByEntry(earlier: EarlierTexts | null): Map<string, EarlierTexts['answers']> {
  const answers = new Map<string, EarlierTexts['answers']>()
  for (const answer of earlier?.answers ?? []) {
    const own = answers.get(answer.entryId)
    if (own) own.push(answer)
    else answers.set(answer.entryId, [answer])
  }
  return answers
}

/** The titles above each section, by its id. */
function pathsBefore(earlier: EarlierTexts | null): Map<string, string> {
  const sections = new Map((earlier?.sections ?? []).map((section) => [section.id, section]))
  const pathOf = (parentId: string | null): string => {
    const above = parentId === null ? undefined : sections.get(parentId)
    return above ? `${pathOf(above.parentId)}\n${above.title}` : ''
  }
  return new Map([...sections.values()].map(({ id, parentId }) => [id, pathOf(parentId)]))
}

function pathsNow(sections: ProposedSection[]): string[] {
  const paths: string[] = []
  for (const { parent } of sections)
    paths.push(parent === null ? '' : `${paths[parent] ?? ''}\n${sections[parent]?.title ?? ''}`)
  return paths
}
