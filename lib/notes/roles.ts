import { withoutQuestions } from './heading-mark.ts'
import { depthsOfFollowUps, type FileFacts, headingRole, isLabelled, type Role } from './heading-role.ts'
import { type HeadingNode, type Outline, readHeadings } from './headings.ts'
import { occasionsAmong } from './occasions.ts'
import { isOneQuestion } from './one-question.ts'
import { questionLevel, repeatedTitles } from './question-level.ts'
import {
  asksSomething,
  isAboutFile,
  isContentsName,
  isQuestionsName,
  isReadingName,
} from './question-shape.ts'
import type { Source } from './source.ts'
import type { Place, Start, Style } from './start.ts'
import { explicitStartsIn, startsIn } from './starts.ts'

export type Roles = Outline & { preambleStarts: Start[]; roleOf: Map<HeadingNode, Role> }

/** Decides for each heading of a file what it is, and finds the questions that are no headings. */
export function assignRoles(source: Source): Roles {
  const outline = readHeadings(source)
  const { preamble, headings } = outline
  const top = titleAmong(headings)
  const occasions = occasionsAmong(headings)
  let level = questionLevel(headings.filter((heading) => !occasions.has(heading)))
  let established = new Set<Style>()
  let preambleStarts: Start[] = []
  // Twice: questions inside the text change which headings count, and what the file does often is believed more easily.
  for (let round = 0; round < 2; round++) {
    for (const heading of headings) {
      if (heading.mark) continue
      const isContents = isContentsName(heading.title)
      const isOccasion = occasions.has(heading)
      const isAbove = heading === top || isContents || isOccasion || isQuestionsName(heading.title)
      const place = { ...placeOf(heading, isAbove ? 7 : level, established), isOccasion }
      // Below a table of contents questions may begin without a heading between: but no more lists.
      heading.starts =
        isContents || isReadingName(heading.title)
          ? explicitStartsIn(heading.region, source, place)
          : startsIn(heading.region, source, place)
    }
    preambleStarts = startsIn(preamble, source, placeOfPreamble(headings, established))
    established = establishedStyles(headings, preambleStarts)
    level = questionLevel(headings.filter((heading) => heading !== top && !occasions.has(heading)))
  }
  const isEmpty = source.comments.some(({ text }) => text === withoutQuestions)
  if (top && !isEmpty && isOneQuestion(top, headings, preambleStarts)) return oneQuestion(outline, top)
  return {
    ...outline,
    preambleStarts,
    roleOf: rolesOf(headings, { top, level, occasions, preambleStarts, isEmpty }),
  }
}

/** All that stands below the title is its answer. */
function oneQuestion({ preamble, headings }: Outline, top: HeadingNode): Roles {
  for (const heading of headings) heading.starts = []
  const roleBelow = ({ title }: HeadingNode): Role => (isContentsName(title) ? 'contents' : 'part')
  const roleOf = new Map(headings.map((heading) => [heading, heading === top ? 'entry' : roleBelow(heading)]))
  return { preamble, headings, preambleStarts: [], roleOf }
}

/** A first heading of depth 1, the only one of its kind, with other headings or questions below. */
function titleAmong(headings: HeadingNode[]): HeadingNode | undefined {
  const [first] = headings
  const others = headings
    .slice(1)
    .filter(({ depth, title, mark }) => depth === 1 && !mark && !isContentsName(title) && !isAboutFile(title))
  const isAlone = others.length === 0
  return first?.depth === 1 && !first.mark && isAlone && (headings.length > 1 || !asksSomething(first.title))
    ? first
    : undefined
}

function placeOf(
  heading: HeadingNode,
  level: number | undefined,
  established: Set<Style>,
): Omit<Place, 'isOccasion'> {
  return {
    role: level === undefined || heading.depth < level ? 'section' : 'question',
    // A question typed as a sentence is one all the same, where it stands as a heading.
    headingAsks: asksSomething(heading.title.replace(/[。．.]$/, '')),
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
  isOccasion: false,
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

type Findings = {
  top: HeadingNode | undefined
  level: number | undefined
  occasions: Set<HeadingNode>
  preambleStarts: Start[]
  isEmpty: boolean
}

function rolesOf(
  headings: HeadingNode[],
  { top, level, occasions, preambleStarts, isEmpty }: Findings,
): Map<HeadingNode, Role> {
  const file: FileFacts = {
    level: level ?? 7,
    repeated: repeatedTitles(headings),
    hasParts: headings.filter(({ depth, children }) => depth === level && children.length > 0).length >= 2,
    groupDepths: depthsOfGroups(headings),
    followUpDepths: depthsOfFollowUps(headings),
    labelled: areLabelled(headings.filter(({ depth, substance }) => depth === level && substance !== 'none')),
    occasions,
    headings,
  }
  const roles = new Map<HeadingNode, Role>()
  let hasQuestion = preambleStarts.length > 0
  for (const heading of headings) {
    const isTitle = heading === top && (isEmpty || headings.length > 1 || heading.starts.length > 0)
    const role = isTitle ? 'title' : headingRole(heading, roles, file, hasQuestion)
    roles.set(heading, role)
    hasQuestion ||= role === 'entry' || heading.starts.length > 0
  }
  return roles
}

/** Depths on which most headings have others below. */
function depthsOfGroups(headings: HeadingNode[]): Set<number> {
  const balance = new Map<number, number>()
  for (const { depth, children } of headings)
    balance.set(depth, (balance.get(depth) ?? 0) + (children.length > 0 ? 1 : -1))
  return new Set([...balance].filter(([, more]) => more > 0).map(([depth]) => depth))
}

/** Of the headings that have an answer, for an empty one may be a section. */
const areLabelled = (headings: HeadingNode[]): boolean =>
  headings.length >= 4 && headings.filter(({ raw }) => isLabelled(raw)).length >= headings.length * 0.7
