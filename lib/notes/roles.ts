import { type HeadingNode, type Outline, readHeadings } from './headings.ts'
import { isNamedBy, questionLevel, repeatedTitles, wordsOf } from './question-level.ts'
import { asksSomething, isAboutFile, isContentsName, isPartName } from './question-shape.ts'
import type { Source } from './source.ts'
import { explicitStartsIn, type Place, type Start, type Style, startsIn } from './starts.ts'

/** What a heading is: the note's title, a section, a question, a part of the answer above, or the head of a table of contents. */
export type Role = 'title' | 'section' | 'entry' | 'part' | 'contents'

export type Roles = Outline & { preambleStarts: Start[]; roleOf: Map<HeadingNode, Role> }

/** Decides for each heading of a file what it is, and finds the questions that are no headings. */
export function assignRoles(source: Source): Roles {
  const outline = readHeadings(source)
  const { preamble, headings } = outline
  const top = titleAmong(headings)
  let level = questionLevel(headings)
  let established = new Set<Style>()
  let preambleStarts: Start[] = []
  // Twice: questions inside the text change which headings count, and what the file does often is believed more easily.
  for (let round = 0; round < 2; round++) {
    for (const heading of headings) {
      const isContents = isContentsName(heading.title)
      const place = placeOf(heading, heading === top || isContents ? 7 : level, established)
      // Below a table of contents questions may begin without a heading between: but no more lists.
      heading.starts = isContents
        ? explicitStartsIn(heading.region, source, place)
        : startsIn(heading.region, source, place)
    }
    preambleStarts = startsIn(preamble, source, placeOfPreamble(headings, established))
    established = establishedStyles(headings, preambleStarts)
    level = questionLevel(headings.filter((heading) => heading !== top))
  }
  return { ...outline, preambleStarts, roleOf: rolesOf(headings, top, level, preambleStarts) }
}

/** A first heading of depth 1, the only one of its kind, with other headings or questions below. */
function titleAmong(headings: HeadingNode[]): HeadingNode | undefined {
  const [first] = headings
  const isAlone = headings.filter(({ depth }) => depth === 1).length === 1
  return first?.depth === 1 && isAlone && (headings.length > 1 || !asksSomething(first.title))
    ? first
    : undefined
}

function placeOf(heading: HeadingNode, level: number | undefined, established: Set<Style>): Place {
  return {
    role: level === undefined || heading.depth < level ? 'section' : 'question',
    headingAsks: asksSomething(heading.title),
    hasHeading: true,
    hasChildren: heading.children.length > 0,
    established,
  }
}

const placeOfPreamble = (headings: HeadingNode[], established: Set<Style>): Place => ({
  role: 'section',
  headingAsks: false,
  hasHeading: false,
  hasChildren: headings.length > 0,
  established,
})

/** Styles with five questions, or questions in two places; of those in bold or behind `Q:`, which are hard to mistake, two suffice. */
function establishedStyles(headings: HeadingNode[], preamble: Start[]): Set<Style> {
  const groups = [preamble, ...headings.map(({ starts }) => starts)].filter((starts) => starts.length > 0)
  const styles = new Set(groups.flat().map(({ style }) => style))
  return new Set(
    [...styles].filter((style) => {
      const having = groups.filter((starts) => starts.some((start) => start.style === style))
      return having.length >= 2 || having.flat().length >= (style === 'bold' || style === 'labelled' ? 2 : 5)
    }),
  )
}

function rolesOf(
  headings: HeadingNode[],
  top: HeadingNode | undefined,
  level: number | undefined,
  preambleStarts: Start[],
): Map<HeadingNode, Role> {
  const file: FileFacts = {
    level: level ?? 7,
    repeated: repeatedTitles(headings),
    hasParts: headings.filter(({ depth, children }) => depth === level && children.length > 0).length >= 2,
    groupDepths: depthsOfGroups(headings),
    headings,
  }
  const roles = new Map<HeadingNode, Role>()
  let hasQuestion = preambleStarts.length > 0
  for (const heading of headings) {
    const isTitle = heading === top && (headings.length > 1 || heading.starts.length > 0)
    const role = isTitle ? 'title' : roleOf(heading, roles, file, hasQuestion)
    roles.set(heading, role)
    hasQuestion ||= role === 'entry' || heading.starts.length > 0
  }
  return roles
}

type FileFacts = {
  level: number
  repeated: Set<string>
  hasParts: boolean
  groupDepths: Set<number>
  headings: HeadingNode[]
}

function roleOf(
  heading: HeadingNode,
  roles: Map<HeadingNode, Role>,
  file: FileFacts,
  hasQuestionAbove: boolean,
): Role {
  const { title, depth, children, substance, starts } = heading
  if (isContentsName(title)) return 'contents'
  if (heading.hasMetadata) return 'entry'
  if ((isPartName(title) || file.repeated.has(title.toLowerCase())) && hasQuestionAbove) return 'part'
  if (starts[0] && !starts[0].afterAnswer) return 'section'
  if (title === '' || isAboutFile(title))
    return children.length === 0 || title === '' ? partOrSection(heading, roles) : 'section'
  if (isAnswerPart(heading, roles)) return 'part'
  const isLeaf = !children.some(
    (child) => !isPartName(child.title) && !file.repeated.has(child.title.toLowerCase()),
  )
  if (depth > file.level) return belowLevel(heading, roles, isLeaf)
  if (depth === file.level) return isGroup(heading, file) ? 'section' : 'entry'
  if (isLeaf) return substance !== 'none' || asksSomething(title) ? 'entry' : emptyLeaf(heading, file)
  return aboveLevel(heading, file)
}

const partOrSection = (heading: HeadingNode, roles: Map<HeadingNode, Role>): Role =>
  hasEntryAbove(heading, roles) ? 'part' : 'section'

function hasEntryAbove({ parent }: HeadingNode, roles: Map<HeadingNode, Role>): boolean {
  for (let at = parent; at; at = at.parent) {
    const role = roles.get(at)
    if (role === 'entry') return true
    if (role === 'section' || role === 'title') return false
  }
  return false
}

/** A topic out of the title above it, its title repeated with more words, or the only text under a heading that says next to nothing. */
function isAnswerPart(heading: HeadingNode, roles: Map<HeadingNode, Role>): boolean {
  const { parent } = heading
  if (!parent || roles.get(parent) !== 'entry') return false
  if (isNamedBy(heading, parent) && heading.substance !== 'none') return true
  const above = wordsOf(parent.title)
  const restates = above.every((word) => wordsOf(heading.title).includes(word))
  return (
    restates &&
    ((above.length >= 2 && latinWords(parent.title) >= 2) ||
      (!parent.substantial && parent.children.length === 1))
  )
}

const latinWords = (title: string): number => title.match(/[A-Za-z][\w+#]*/g)?.length ?? 0

/** Deeper than the questions: a part of the answer above, unless it stands under a section or is an empty, open question. */
function belowLevel(heading: HeadingNode, roles: Map<HeadingNode, Role>, isLeaf: boolean): Role {
  if (hasEntryAbove(heading, roles))
    return isLeaf && heading.substance === 'none' && heading.children.length === 0 ? 'entry' : 'part'
  return isLeaf || heading.substance !== 'none' ? 'entry' : 'section'
}

/** An empty heading on the level of questions with several below it, in a file where questions have no such parts. */
function isGroup({ title, substance, children }: HeadingNode, { hasParts }: FileFacts): boolean {
  return (
    !hasParts &&
    substance === 'none' &&
    !asksSomething(title) &&
    children.filter((child) => !isPartName(child.title)).length >= 2
  )
}

const emptyLeaf = ({ depth }: HeadingNode, { groupDepths }: FileFacts): Role =>
  groupDepths.has(depth) ? 'section' : 'entry'

/** Depths on which most headings have others below. */
function depthsOfGroups(headings: HeadingNode[]): Set<number> {
  const balance = new Map<number, number>()
  for (const { depth, children } of headings)
    balance.set(depth, (balance.get(depth) ?? 0) + (children.length > 0 ? 1 : -1))
  return new Set([...balance].filter(([, more]) => more > 0).map(([depth]) => depth))
}

/** Above the level of questions with headings below: a section, unless it answers something itself. */
function aboveLevel(heading: HeadingNode, file: FileFacts): Role {
  const { title, substance, substantial, children } = heading
  const named = children.filter((child) => isNamedBy(child, heading) && child.substance !== 'none')
  if (named.length >= 2 && substance !== 'full') return 'entry'
  if (substance === 'none')
    return asksSomething(title) && !children.some((child) => asksSomething(child.title)) ? 'entry' : 'section'
  if (asksSomething(title)) return 'entry'
  const only = children.length === 1 ? children[0] : undefined
  if (only && wordsOf(title).every((word) => wordsOf(only.title).includes(word)) && !substantial)
    return 'entry'
  if (!substantial) return 'section'
  return children.length <= 2 || isMislaid(heading, file) ? 'entry' : 'section'
}

/** The first heading of its depth, after questions that stand under no such heading: typed with a mark too few. */
function isMislaid(heading: HeadingNode, { headings, level }: FileFacts): boolean {
  const before = headings.slice(0, headings.indexOf(heading))
  return (
    before.length >= 3 &&
    before.every(({ depth }) => depth > heading.depth) &&
    before.some(({ depth }) => depth === level)
  )
}
