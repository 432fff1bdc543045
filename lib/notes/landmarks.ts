import type { Role } from './heading-role.ts'
import type { HeadingNode } from './headings.ts'
import type { Roles } from './roles.ts'
import type { Start } from './start.ts'

/** A place where a piece of the note begins; everything up to the next one belongs to it. */
export type Landmark = {
  kind: 'title' | 'section' | 'entry' | 'contents'
  /** Where it is shown to stand. */
  line: number
  /** Its first and last line. */
  from: number
  to: number
  raw: string
  depth: number
  indent: number
  inline?: string
  /** The heading is the title letter by letter. */
  verbatim?: boolean
  /** It says itself what it is. */
  isMarked?: boolean
  /** Depth in the tree: of a heading its own, of a question inside a text one below its heading. */
  level: number
}

/** All landmarks of a file in its order. */
export function landmarksOf({ headings, preambleStarts, roleOf }: Roles): Landmark[] {
  const inHeadings = headings.flatMap((heading) => {
    const role = roleOf.get(heading)
    const own = role === undefined || role === 'part' ? [] : [landmarkOf(heading, role)]
    return [...own, ...heading.starts.map((start) => ofStart(start, heading.depth + 1))]
  })
  return [...preambleStarts.map((start) => ofStart(start, 1)), ...inHeadings]
}

const landmarkOf = (heading: HeadingNode, role: Exclude<Role, 'part'>): Landmark => ({
  kind: role === 'divider' ? 'section' : role,
  line: heading.line,
  from: heading.line,
  to: heading.to,
  raw: heading.raw,
  depth: heading.depth,
  indent: 0,
  level: role === 'divider' ? heading.depth - 0.5 : heading.depth,
  ...(heading.mark?.verbatim && { verbatim: true }),
  ...(heading.mark && { isMarked: true }),
})

const ofStart = (start: Start, level: number): Landmark => ({
  kind: start.opensSection ? 'section' : 'entry',
  line: start.line,
  from: start.from,
  to: start.to,
  raw: start.raw,
  depth: start.depth,
  indent: start.indent,
  ...(start.inline !== undefined && { inline: start.inline }),
  level: start.opensSection ? level - 0.5 : level,
})
