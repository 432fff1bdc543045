import { parse } from 'yaml'
import { type Block, codeLines, readBlocks } from './blocks.ts'
import { longLine } from './lines.ts'

export type Comment = { line: number; endLine: number; text: string }

/** A note's file as the importer sees it; line numbers count from 1 everywhere. */
export type Source = {
  lines: string[]
  blocks: Block[]
  comments: Comment[]
  /** Lines that comments stand on. */
  commentLines: Set<number>
  /** Lines inside code, from 0. */
  code: Set<number>
  /** What `<summary>` says three times or more: it folds answers, and asks nothing. */
  toggles: Set<string>
  frontMatter: { endLine: number; title?: string; tags: string[] } | null
}

/** Reads the structure of a text: front matter and comments apart, then one list of top-level blocks. */
export function readSource(lines: string[]): Source {
  const frontMatter = readFrontMatter(lines)
  const body = lines.map((line, at) => (frontMatter && at < frontMatter.endLine ? '' : line))
  const code = codeLines(body)
  const comments = findComments(body, code)
  const visible = body.map((line, at) => (code.has(at) ? line : spacedHeading(line)))
  for (const { line, endLine } of comments) visible.fill('', line - 1, endLine)
  const commentLines = new Set<number>()
  for (const { line, endLine } of comments) for (let at = line; at <= endLine; at++) commentLines.add(at)
  return {
    lines,
    blocks: readBlocks(visible),
    comments,
    commentLines,
    code: codeLines(visible),
    toggles: repeatedSummaries(body),
    frontMatter,
  }
}

/** Those of a list in file order that begin on these lines; the first is found by halving. */
export function within<T extends { line: number }>(all: T[], line: number, endLine: number): T[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < all.length && (all[end]?.line ?? 0) <= endLine) end++
  return all.slice(low, end)
}

function readFrontMatter(lines: string[]): Source['frontMatter'] {
  if (lines[0]?.trimEnd() !== '---') return null
  const end = lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(line))
  if (end < 1 || end > 200) return null
  const fields = fieldsOf(lines.slice(1, end).join('\n'))
  if (!fields) return null
  const tags = fields.tags ?? fields.keywords ?? []
  const list = Array.isArray(tags) ? tags : String(tags).split(/[,，;；]\s*|\s+/)
  return {
    endLine: end + 1,
    ...(fields.title !== undefined && fields.title !== null && { title: String(fields.title).trim() }),
    tags: list.map((tag) => String(tag).trim()).filter((tag) => tag !== ''),
  }
}

// A file may as well begin with a rule: only a block of `name: value` is front matter.
function fieldsOf(yaml: string): Record<string, unknown> | undefined {
  if (!/^\s*[\w-]+\s*:/m.test(yaml)) return undefined
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 10 })
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? { ...fields } : undefined
  } catch (error) {
    if (error instanceof Error && /^(YAML|Reference)/.test(error.name)) return undefined
    throw error
  }
}

/** Comments that begin a line and end with one; a comment that never ends is text. */
function findComments(lines: string[], code: Set<number>): Comment[] {
  const comments: Comment[] = []
  for (let at = 0; at < lines.length; at++) {
    if (code.has(at) || !lines[at]?.trimStart().startsWith('<!--')) continue
    let end = at
    while (end < lines.length && !lines[end]?.includes('-->')) end++
    if (end === lines.length) break
    if (lines[end]?.trimEnd().endsWith('-->')) {
      comments.push({
        line: at + 1,
        endLine: end + 1,
        text: lines
          .slice(at, end + 1)
          .join('\n')
          .trim(),
      })
      at = end
    }
  }
  return comments
}

// `##标题` is meant as a heading by whoever types it, though CommonMark wants a space; `#include` and `#tag` are not.
const spacedHeading = (line: string): string =>
  line
    .replace(htmlHeading, (_, depth: string, text: string) => `${'#'.repeat(Number(depth))} ${text}`)
    .replace(/^ {0,3}(#{2,6}(?=[^\s#!])|#(?=[\p{Script=Han}]|\d+[.、]))/u, '$1 ')

const htmlHeading = /^ {0,3}<h([1-6])\b[^>]*>(.+)<\/h\1>\s*$/i

function repeatedSummaries(lines: string[]): Set<string> {
  const times = new Map<string, number>()
  for (const line of lines) {
    const said = line.length <= longLine && /<summary\b[^>]*>(.*?)<\/summary>/i.exec(line)?.[1]
    if (said) times.set(said, (times.get(said) ?? 0) + 1)
  }
  return new Set([...times].filter(([, count]) => count >= 3).map(([said]) => said))
}
