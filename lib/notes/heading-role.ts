import type { HeadingNode } from './headings.ts'
import { isNamedBy, wordsOf } from './question-level.ts'
import {
  asksSomething,
  isAboutFile,
  isContentsName,
  isInterviewName,
  isPartName,
  isReadingName,
} from './question-shape.ts'

/**
 * What a heading is: the note's title, a section, a section on the level of the questions below it, a question, a part of the answer
 * above, or the head of a table of contents.
 */
export type Role = 'title' | 'section' | 'divider' | 'entry' | 'part' | 'contents'

export type FileFacts = {
  level: number
  repeated: Set<string>
  hasParts: boolean
  groupDepths: Set<number>
  followUpDepths: Set<number>
  /** Nearly all headings on the level of questions say `Q.` or have a number. */
  labelled: boolean
  /** They say when someone was asked what stands below. */
  occasions: Set<HeadingNode>
  headings: HeadingNode[]
}

/** Decides from a heading's form, its place, and the roles of the headings before it. */
export function headingRole(
  heading: HeadingNode,
  roles: Map<HeadingNode, Role>,
  file: FileFacts,
  hasQuestionAbove: boolean,
): Role {
  const { title, depth, children, substance, starts, mark } = heading
  if (mark) return mark.kind === 'section' ? 'section' : 'entry'
  if (isContentsName(title) || isListOfLinks(heading)) return 'contents'
  if (heading.hasMetadata) return 'entry'
  if (
    (isPartName(title) || isReadingName(title)) &&
    (hasQuestionAbove || roles.values().next().value === 'title')
  )
    return 'part'
  if (file.repeated.has(title.toLowerCase()) && hasQuestionAbove) return 'part'
  if (starts[0] && !starts[0].afterAnswer) return 'section'
  if ([heading, ...children].some((either) => file.occasions.has(either)) && !asksSomething(title))
    return partOrSection(heading, roles)
  if (title === '' || isAboutFile(title))
    return children.length === 0 || title === '' ? partOrSection(heading, roles) : 'section'
  if (isAnswerPart(heading, roles)) return 'part'
  if (isOverQuestions(heading, roles)) return 'section'
  if (isBareLink(heading, file)) return 'part'
  if (isDivider(heading, file)) return 'divider'
  const isLeaf = !children.some(
    (child) => !isPartName(child.title) && !file.repeated.has(child.title.toLowerCase()),
  )
  if (depth > file.level) return belowLevel(heading, roles, file, isLeaf)
  if (heading.parent && isOneOfAnswered(heading.parent, file)) return belowLevel(heading, roles, file, isLeaf)
  if (depth === file.level) return isGroup(heading, file) || holdsLists(heading) ? 'section' : 'entry'
  if (isLeaf) return substance !== 'none' || asksSomething(title) ? 'entry' : emptyLeaf(heading, file)
  return aboveLevel(heading, file)
}

const partOrSection = (heading: HeadingNode, roles: Map<HeadingNode, Role>): Role =>
  hasEntryAbove(heading, roles) ? 'part' : 'section'

/** A heading over nothing but links into the same file, folded or not. */
function isListOfLinks({ title, region, children }: HeadingNode): boolean {
  if (children.length > 0 || asksSomething(title)) return false
  const links = region.spots.filter(({ text }) => innerLink.test(text)).length
  return (
    links >= 3 &&
    region.spots.every(
      ({ text }) => innerLink.test(text) || /^(<[^>]*>|[^<]{0,40}<\/summary>|\s)+$/.test(text),
    )
  )
}

const innerLink = /^[^\p{L}\p{N}]*(\d+[.)]\s*)?\[.*\]\((#|[^)\s]*\.md#)[^)]*\)[^\p{L}\p{N}]*$/u

/** Its title says that it stands over interview questions: it is none, even with nothing but an introduction below. */
const isOverQuestions = (heading: HeadingNode, roles: Map<HeadingNode, Role>): boolean =>
  isInterviewName(heading.title) && !hasEntryAbove(heading, roles)

/** A heading that only leads elsewhere, off the level of questions. */
const isBareLink = ({ raw, title, depth, substance, children }: HeadingNode, { level }: FileFacts): boolean =>
  depth !== level &&
  substance === 'none' &&
  children.length === 0 &&
  !asksSomething(title) &&
  /\]\([^)]*\)|https?:/.test(raw)

/** Among questions that all say `Q.` or have a number, an empty heading that does not stands over those that follow. */
const isDivider = (
  { raw, title, depth, substance, children }: HeadingNode,
  { level, labelled }: FileFacts,
): boolean =>
  labelled &&
  depth === level &&
  substance === 'none' &&
  children.length === 0 &&
  !asksSomething(title) &&
  !isLabelled(raw)

/** Whether a heading says that it is a question, or has a number. */
export const isLabelled = (raw: string): boolean =>
  /^[^\p{L}\p{N}#]*((Q|Question|问题?|面试题|题目?)\s*\d*\s*[.:：、)）]|\d+(\.\d+)*\s*[.、．)）:：\s])/iu.test(
    raw,
  )

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
function belowLevel(
  heading: HeadingNode,
  roles: Map<HeadingNode, Role>,
  file: FileFacts,
  isLeaf: boolean,
): Role {
  if (hasEntryAbove(heading, roles)) {
    const isShown = heading.region.spots.some(({ text }) => text.startsWith('!['))
    const isOpen = isLeaf && heading.substance === 'none' && heading.children.length === 0 && !isShown
    return isOpen || isFollowUp(heading, file) ? 'entry' : 'part'
  }
  return isLeaf || heading.substance !== 'none' ? 'entry' : 'section'
}

/** A question under another that has its answer, in a file where next to all headings of this depth ask. */
const isFollowUp = (
  { title, depth, substance, parent }: HeadingNode,
  { followUpDepths }: FileFacts,
): boolean =>
  followUpDepths.has(depth) &&
  endsAsking(title) &&
  substance === 'full' &&
  parent?.substance === 'full' &&
  asksSomething(parent.title)

const endsAsking = (title: string): boolean => /[?？]\s*$/.test(title) && !isPartName(title)

/** Depths on which next to all headings end with a question mark. */
export function depthsOfFollowUps(headings: HeadingNode[]): Set<number> {
  const depths = new Set(headings.map(({ depth }) => depth))
  return new Set(
    [...depths].filter((depth) => {
      const there = headings.filter((heading) => heading.depth === depth)
      return there.length >= 5 && there.filter(({ title }) => endsAsking(title)).length >= there.length * 0.8
    }),
  )
}

/** An empty heading with several below it that ask, or in a file where questions have no such parts. */
function isGroup(heading: HeadingNode, { hasParts }: FileFacts): boolean {
  const { title, substance, children } = heading
  if (substance !== 'none' || asksSomething(title)) return false
  if (children.filter((child) => isNamedBy(child, heading)).length >= 2) return false
  const named = children.filter((child) => !isPartName(child.title))
  const asking = named.filter((child) => asksSomething(child.title))
  return named.length >= 2 && (!hasParts || (asking.length >= 2 && asking.length >= named.length * 0.75))
}

/** An empty heading over others that stand over questions. */
const holdsLists = ({ title, substance, children }: HeadingNode): boolean =>
  substance === 'none' && !asksSomething(title) && children.some(({ starts }) => starts.length > 0)

/** A topic of which nothing but parts are told is a question, and so is one among questions. */
function emptyLeaf(heading: HeadingNode, { groupDepths, headings }: FileFacts): Role {
  const { depth, children } = heading
  if (!groupDepths.has(depth) || children.some(({ substance }) => substance === 'full')) return 'entry'
  const beside = siblingsOf(heading, headings)
  const asking = beside.filter((other) => other.children.length === 0 && asksSomething(other.title))
  return asking.length >= 2 && asking.length >= beside.length * 0.6 ? 'entry' : 'section'
}

const siblingsOf = (heading: HeadingNode, headings: HeadingNode[]): HeadingNode[] =>
  headings.filter(
    (other) => other !== heading && other.parent === heading.parent && other.depth === heading.depth,
  )

/** Above the level of questions, but it has its answer, as most beside it have, which have nothing below: what stands below it are parts. */
function isOneOfAnswered(heading: HeadingNode, { level, headings }: FileFacts): boolean {
  if (heading.depth >= level || heading.children.length === 0 || heading.substance !== 'full') return false
  const beside = siblingsOf(heading, headings)
  const answered = beside.filter(({ substance }) => substance === 'full')
  return (
    answered.filter(({ children }) => children.length === 0).length >= 3 &&
    answered.length >= beside.length * 0.6
  )
}

/** Above the level of questions with headings below: a section, unless it answers something itself. */
function aboveLevel(heading: HeadingNode, file: FileFacts): Role {
  const { title, substance, substantial, children } = heading
  if (isOneOfAnswered(heading, file)) return 'entry'
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
