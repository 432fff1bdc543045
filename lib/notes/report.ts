import { createHash } from 'node:crypto'
import { decodeNote } from './decode.ts'
import { splitLines } from './lines.ts'
import type { Proposal } from './proposal.ts'
import { proposeNote } from './propose.ts'

/** What an import would do with a file, in the form that `--json` prints. Lines count from 1. */
export type Report = {
  file: string
  sha256: string
  entries: {
    line: number
    endLine: number
    title: string
    rawHeading: string
    section: string[]
    kind: string
    state: string
    encounter: { times: number; askedOn: string | null; precision: string } | null
  }[]
  sections: { line: number; level: number; title: string; section: string[] }[]
  images: { line: number; target: string; found: boolean }[]
}

/** Reads a file without importing it. `hasImage` says whether a picture that it names is there. Throws Refusal like the import. */
export async function reportOn(
  file: string,
  fileName: string,
  bytes: Buffer,
  hasImage: (target: string) => Promise<boolean>,
): Promise<Report> {
  const lines = splitLines(decodeNote(fileName, bytes).text).map(({ text }) => text)
  const { entries, sections, images } = proposeNote(fileName, lines)
  const found = new Map<string, boolean>()
  for (const { target } of images) if (!found.has(target)) found.set(target, await hasImage(target))
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    entries: entries.map(({ line, endLine, title, rawHeading, section, kind, state, encounter }) => ({
      line,
      endLine,
      title,
      rawHeading,
      section: pathOf(section, sections),
      kind,
      state,
      encounter: encounter && {
        times: encounter.times,
        askedOn: encounter.askedOn,
        precision: encounter.precision,
      },
    })),
    sections: sections.map(({ line, level, title, parent }) => ({
      line,
      level,
      title,
      section: pathOf(parent, sections),
    })),
    images: images.map(({ line, target }) => ({ line, target, found: found.get(target) ?? false })),
  }
}

/** The same for reading: the tree with its questions, one a line. */
export function reportLines({ file, entries, sections, images }: Report): string[] {
  const marks = { unanswered: '○', partial: '◐', answered: '●' } as Record<string, string>
  const tree = [
    ...sections.map(({ line, title, section }) => ({ line, text: `${'  '.repeat(section.length)}${title}` })),
    ...entries.map(({ line, title, section, state, encounter }) => ({
      line,
      text: `${'  '.repeat(section.length)}${marks[state] ?? ' '} ${title}${encounter ? `  ×${encounter.times}${encounter.askedOn ? ` ${encounter.askedOn}` : ''}` : ''}`,
    })),
  ].toSorted((a, b) => a.line - b.line)
  const answered = entries.filter(({ state }) => state === 'answered').length
  const missing = images.filter(({ found }) => !found).length
  return [
    file,
    ...tree.map(({ line, text }) => `${String(line).padStart(6)}  ${text}`),
    `        ${entries.length} questions, ${answered} answered, ${sections.length} sections${images.length > 0 ? `, ${images.length} images (${missing} not found here)` : ''}`,
  ]
}

function pathOf(section: number | null, sections: Proposal['sections']): string[] {
  const path: string[] = []
  for (let at = section; at !== null; at = sections[at]?.parent ?? null)
    path.unshift(sections[at]?.title ?? '')
  return path
}
