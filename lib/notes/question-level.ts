import type { HeadingNode } from './headings.ts'
import { asksSomething, isAboutFile, isContentsName, isPartName } from './question-shape.ts'

/**
 * The heading depth on which a file writes its questions: the most frequent one, where a heading that asks counts three times and
 * whatever stands below a heading that asks, or skips a depth below an answer, only half. Names of parts, headings over lists of questions and empty parents do not count.
 * Undefined where no heading is left to count.
 */
export function questionLevel(headings: HeadingNode[]): number | undefined {
  const repeated = repeatedTitles(headings)
  const scores = new Map<number, number>()
  for (const heading of headings) {
    const score = scoreOf(heading, repeated)
    if (score > 0) scores.set(heading.depth, (scores.get(heading.depth) ?? 0) + score)
  }
  const [best] = [...scores].sort(([depthA, a], [depthB, b]) => b - a || depthA - depthB)
  return best?.[0]
}

/** Titles that stand under three or more different headings: parts that every answer of the file has. */
export function repeatedTitles(headings: HeadingNode[]): Set<string> {
  const parents = new Map<string, Set<HeadingNode | null>>()
  for (const { title, parent, mark } of headings) {
    if (mark) continue
    const key = title.toLowerCase()
    parents.set(key, (parents.get(key) ?? new Set()).add(parent))
  }
  return new Set([...parents].filter(([, under]) => under.size >= 3).map(([title]) => title))
}

function scoreOf(heading: HeadingNode, repeated: Set<string>): number {
  const { title, starts, children, substance, parent } = heading
  // What says of itself what it is says nothing about the others.
  if (heading.mark || starts.length > 0 || title === '' || repeated.has(title.toLowerCase())) return 0
  if (isPartName(title) || isContentsName(title) || isAboutFile(title)) return 0
  const weight = hasAskingAncestor(heading) || skipsDepth(heading) ? 0.5 : 1
  if (asksSomething(title) || heading.hasMetadata) return 3 * weight
  const holdsOthers = children.some(
    (child) => !isPartName(child.title) && !repeated.has(child.title.toLowerCase()),
  )
  if (holdsOthers && substance === 'none') return 0
  if (isNamedBy(heading, parent)) return 0
  return weight
}

/** `#####` right below `###` with a text of its own. */
const skipsDepth = ({ depth, parent }: HeadingNode): boolean =>
  parent !== null && parent.substance === 'full' && depth - parent.depth > 1

function hasAskingAncestor({ parent }: HeadingNode): boolean {
  for (let at = parent; at; at = at.parent) if (asksSomething(at.title)) return true
  return false
}

/** Whether a heading repeats one of the topics its parent's title is made of, as `TCP` under `TCP and UDP`. */
export function isNamedBy(heading: HeadingNode, parent: HeadingNode | null): boolean {
  if (!parent || parent.depth === 1) return false
  const own = wordsOf(heading.title)
  const above = wordsOf(parent.title)
  return own.length > 0 && above.length > own.length && own.every((word) => above.includes(word))
}

/** A title's words; Chinese is cut into single characters, which is enough to compare. */
export const wordsOf = (title: string): string[] =>
  title.toLowerCase().match(/\p{Script=Han}|[\p{Script=Latin}\p{N}+#]+/gu) ?? []
