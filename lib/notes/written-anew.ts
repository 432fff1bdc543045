import type { EarlierTexts } from './earlier-texts.ts'
import { endOf } from './heading-mark.ts'
import { readSource } from './source.ts'

/** What people may have given a question besides its texts; written only for questions that no file has yet. */
export type Extras = Map<string, { aliases: string[]; tags: string[] }>

/** How plainly the file must say what something is: as it looks, with a mark, written anew with a mark, and word for word. */
export type Plainness = 0 | 1 | 2 | 3

/** Where a text is written: how deep its heading, and on which level of the tree it stands. */
export type Spot = { depth: number; level: number }

/** A question that has no lines to copy: its heading, its other names, its context and answers. */
export function entryText(
  entry: EarlierTexts['entries'][number],
  { depth, level }: Spot,
  { answers }: EarlierTexts,
  extras: Extras,
  plainness: Plainness,
): string {
  const { aliases = [], tags = [] } = extras.get(entry.id) ?? {}
  const said = answers
    .filter(({ entryId, trashed, markdown }) => entryId === entry.id && !trashed && markdown !== '')
    .map(({ markdown }) => markdown)
  const heading = [
    `${'#'.repeat(depth)} ${entry.title}`,
    ...(plainness > 0 ? [markOf('question', level, plainness)] : []),
    ...(aliases.length > 0 ? [`<!-- aliases: ${aliases.join(' | ')} -->`] : []),
    ...(tags.length > 0 ? [`<!-- tags: ${tags.join(', ')} -->`] : []),
    ...(entry.markdown && plainness > 0 ? ['<!-- context -->'] : []),
  ].join('\n')
  // Below a context, or a mark, it is said where the first answer begins as well.
  const isSaid = plainness > 0 && said.length > 0
  const ends = plainness > 0 && highestHeading([entry.markdown, ...said]) < 7
  return [
    heading,
    entry.markdown,
    ...(isSaid ? [separator] : []),
    said.join(`\n\n${separator}\n\n`),
    ...(ends ? [endOf.question] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const separator = '<!-- answer -->'

/** A section that has no lines to copy: its heading and the text under it. */
export function sectionText(
  { title, markdown }: EarlierTexts['sections'][number],
  { depth, level }: Spot,
  plainness: Plainness,
): string {
  const mark = plainness > 0 ? `\n${markOf('section', level, plainness)}` : ''
  const ends = plainness > 0 && highestHeading([markdown]) < 7
  return [`${'#'.repeat(depth)} ${title}${mark}`, markdown, ...(ends ? [endOf.section] : [])]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Says under a heading what it is and on which level, where its form would not; see `readMark`. */
export const markOf = (kind: 'question' | 'section', level: number, plainness: Plainness): string =>
  `<!-- ${kind} ${level}${plainness === 3 ? ' verbatim' : ''} -->`

/** The depth of the highest heading in some texts; 7 where there is none. */
export function highestHeading(texts: string[]): number {
  return texts
    .flatMap((text) => (/^\s{0,3}(#|[=-])/m.test(text) ? readSource(['', ...text.split('\n')]).blocks : []))
    .reduce((least, { kind, depth }) => (kind === 'heading' ? Math.min(least, depth) : least), 7)
}
