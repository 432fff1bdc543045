import type { HeadingNode } from './headings.ts'
import { asksSomething, isAboutFile, isContentsName, isPartName, isReadingName } from './question-shape.ts'
import type { Start } from './start.ts'

const askedBySomebody = /^[^\p{L}\p{N}]*(面试[官题]|提问|Q|Question|Interviewer)\s*\d{0,3}\s*[:：]/iu

/**
 * Whether a whole file answers the one question in its title: the headings below name parts of the answer and ask next to nothing
 * themselves, and where they have names of their own, the title says that somebody asks it.
 */
export function isOneQuestion(top: HeadingNode, headings: HeadingNode[], preamble: Start[]): boolean {
  const below = headings.slice(1).filter(({ title }) => !isContentsName(title) && !isAboutFile(title))
  if (headings.some(({ mark, hasMetadata }) => mark || hasMetadata) || below.length === 0) return false
  const highest = Math.min(...below.map(({ depth }) => depth))
  const named = below.filter(({ depth }) => depth === highest)
  const parts = named.filter(({ title }) => isPartName(title) || isReadingName(title)).length
  const asking = below.filter(({ title }) => asksSomething(title) && !isPartName(title)).length
  const starts = [preamble, ...headings.map(({ starts }) => starts)].flat()
  const isList = starts.filter(({ raw }) => asksSomething(raw)).length >= 3
  if (parts === named.length && asking === 0) return !isList || asksSomething(top.title)
  if (isList) return false
  if (askedBySomebody.test(top.raw)) return asking <= below.length * 0.5
  return /[?？]\s*$/.test(top.title) && parts >= named.length * 0.5 && asking <= below.length * 0.3
}
