import type { EarlierTexts } from './earlier-texts.ts'

/** What people may have given a question besides its texts; written only for questions that no file has yet. */
export type Extras = Map<string, { aliases: string[]; tags: string[] }>

/** Whether people made it or have worked on it; what a newer file left out of an import is not missed. */
export const isAdded = ({ rawHeading, headKind }: { rawHeading: string | null; headKind: string }): boolean =>
  rawHeading === null || headKind !== 'import'

/** A question that no file has yet as the lines that make it one: its heading after `marks`, names, tags, context and answers. */
export function entryText(
  entry: EarlierTexts['entries'][number],
  marks: string,
  { answers }: EarlierTexts,
  extras: Extras,
): string {
  const { aliases = [], tags = [] } = extras.get(entry.id) ?? {}
  const heading = [
    `${marks} ${entry.title}`,
    ...(aliases.length > 0 ? [`<!-- aliases: ${aliases.join(' | ')} -->`] : []),
    ...(tags.length > 0 ? [`<!-- tags: ${tags.join(', ')} -->`] : []),
  ].join('\n')
  const said = answers.filter(
    ({ entryId, trashed, markdown }) => entryId === entry.id && !trashed && markdown !== '',
  )
  return [
    heading,
    ...(entry.markdown ? [entry.markdown] : []),
    said.map(({ markdown }) => markdown).join('\n\n<!-- answer -->\n\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
