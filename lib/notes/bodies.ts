import { substanceOf } from '#lib/text/substance'
import { plainText } from './heading.ts'
import { readMark } from './heading-mark.ts'
import { rawHeadingOf } from './headings.ts'
import type { Landmark } from './landmarks.ts'
import { answerLabelLength, isAnswerLabel } from './line-starts.ts'
import { longLine } from './lines.ts'
import { indentOf, textOfPiece } from './proposal.ts'
import { isPartName } from './question-shape.ts'
import { type Source, within } from './source.ts'
import { isToggleLine } from './summary-starts.ts'

export type Range = { line: number; endLine: number }
export type BodyPiece = Range & {
  kind: 'entry_heading' | 'entry_context' | 'answer' | 'layout'
  indent: number
  lead: number
}
export type Body = { pieces: BodyPiece[]; aliases: string[]; tags: string[] }

const expectsContext =
  /输出|打印|运行结果|执行结果|结果(分别)?是|(下面|以下|下列|如下|这段|该).{0,6}(代码|程序|语句|表达式)|\b(what|guess|predict)\b.{0,60}\b(output|print(s|ed)?|log(s|ged)?|return(s|ed)?)\b|\bvalue (of|is returned)\b|\boutcome\b|\b(following|this|below)\b.{0,20}\b(code|snippet|program)\b/i

/** Cuts what stands under a question into metadata, context, answers and layout; blank lines are in none of them. */
export function readBody(landmark: Landmark, end: number, source: Source): Body {
  const meta = readMetadata(landmark.to + 1, end, source)
  const body: Body = { pieces: meta.pieces, aliases: meta.aliases, tags: meta.tags }
  const segments = segmentsOf(meta.next, end, source)
  for (const [at, segment] of segments.entries()) {
    if (segment.separator) body.pieces.push(layout({ line: segment.separator, endLine: segment.separator }))
    const isContext = at === 0 && meta.saysContext
    body.pieces.push(
      ...(isContext ? readContext(segment, source) : readSegment(segment, at === 0, landmark, source)),
    )
  }
  body.pieces.sort((a, b) => a.line - b.line)
  return body
}

const metadata = /^<!--\s*(aliases|tags)\s*:\s*([\s\S]*?)\s*-->$/i
const contextMark = /^<!--\s*context\s*-->$/i

function readMetadata(from: number, end: number, { comments, lines }: Source) {
  const found = {
    pieces: [] as BodyPiece[],
    aliases: [] as string[],
    tags: [] as string[],
    next: from,
    saysContext: false,
  }
  for (const comment of within(comments, from, end)) {
    if (lines.slice(found.next - 1, comment.line - 1).some((line) => line.trim() !== '')) break
    const [, name = '', value = ''] = metadata.exec(comment.text) ?? []
    const isContext = contextMark.test(comment.text)
    if (name === '' && !isContext && !readMark(comment.text)) break
    if (isContext) found.saysContext = true
    const values = value
      .split(name.toLowerCase() === 'tags' ? /[,，、|]/ : '|')
      .map((part) => part.normalize('NFC').trim())
    if (name !== '')
      found[name.toLowerCase() === 'tags' ? 'tags' : 'aliases'].push(...values.filter((part) => part !== ''))
    found.pieces.push({
      kind: 'entry_heading',
      line: comment.line,
      endLine: comment.endLine,
      indent: 0,
      lead: 0,
    })
    found.next = comment.endLine + 1
  }
  return found
}

type Segment = Range & { separator?: number }

/** The stretches between `<!-- answer -->` lines. */
function segmentsOf(from: number, end: number, { comments }: Source): Segment[] {
  const separators = within(comments, from, end).filter(({ text }) => /^<!--\s*answer\s*-->$/i.test(text))
  const starts = [from, ...separators.map(({ endLine }) => endLine + 1)]
  return starts.map((line, at) => ({
    line,
    endLine: (separators[at]?.line ?? end + 1) - 1,
    ...(at > 0 && { separator: separators[at - 1]?.line ?? line }),
  }))
}

/** What the file itself says to belong to the question. */
function readContext(segment: Segment, source: Source): BodyPiece[] {
  const { inner, outer } = trimLayout(segment, source)
  const pieces = outer.map(layout)
  return inner ? [...pieces, { kind: 'entry_context', ...inner, indent: 0, lead: 0 }] : pieces
}

function readSegment(segment: Segment, isFirst: boolean, landmark: Landmark, source: Source): BodyPiece[] {
  const { inner, outer } = trimLayout(segment, source)
  const pieces = outer.map(layout)
  if (!inner) return pieces
  const indent = commonIndent(inner, landmark.indent, source)
  const cut = isFirst
    ? cutContext(inner, landmark, source)
    : { answer: inner, marker: undefined, context: undefined }
  if (cut.marker) pieces.push(layout(cut.marker))
  const answer = cut.answer && trimLayout(cut.answer, source)
  if (answer) pieces.push(...answer.outer.map(layout))
  const context = cut.context && trimLayout(cut.context, source)
  if (context) pieces.push(...context.outer.map(layout))
  if (context?.inner) pieces.push({ kind: 'entry_context', ...context.inner, indent, lead: 0 })
  if (answer?.inner) pieces.push(answerPiece(answer.inner, isFirst && !context?.inner, indent, source))
  return pieces
}

/** In a list item as far as all its lines are indented, if not so far that it is code; elsewhere nothing. */
export function commonIndent({ line, endLine }: Range, indent: number, { lines }: Source): number {
  if (indent === 0) return 0
  const margins = lines
    .slice(line - 1, endLine)
    .filter((text) => text.trim() !== '')
    .map((text) => columnsOf(text.slice(0, text.length - text.trimStart().length)))
  return Math.min(
    indent + 3,
    Math.max(
      indent,
      margins.reduce((least, margin) => Math.min(least, margin), Infinity),
    ),
  )
}

/** A first text that answers nothing, such as pictures alone, belongs to the question: there is no answer yet. */
function answerPiece(range: Range, mayBeContext: boolean, indent: number, source: Source): BodyPiece {
  const first = source.lines[range.line - 1] ?? ''
  const lead = Math.max(0, answerLabelLength(first) - indentOf(first, indent))
  const piece = { ...range, indent, lead }
  const says = substanceOf(textOfPiece(piece, source.lines)) !== 'none'
  return says || !mayBeContext
    ? { kind: 'answer', ...piece }
    : { kind: 'entry_context', ...range, indent, lead: 0 }
}

const columnsOf = (space: string): number =>
  [...space].reduce((sum, char) => (char === '\t' ? sum + 4 - (sum % 4) : sum + 1), 0)

type Cut = { context?: Range; marker?: Range; answer?: Range }

/** What still belongs to the question: everything before "Answer", or the code whose output is asked for. */
function cutContext(inner: Range, landmark: Landmark, source: Source): Cut {
  const marker = answerMarker(inner, source)
  if (marker) {
    const context = marker.from > inner.line ? { line: inner.line, endLine: marker.from - 1 } : undefined
    const answer = marker.next <= inner.endLine ? { line: marker.next, endLine: inner.endLine } : undefined
    return {
      ...(context && { context }),
      ...(marker.next > marker.from && { marker: { line: marker.from, endLine: marker.next - 1 } }),
      ...(answer && { answer }),
    }
  }
  const [first, ...rest] = within(source.blocks, inner.line, inner.endLine)
  if (first?.kind === 'fence' && first.line === inner.line && expectsContext.test(landmark.raw)) {
    const next = rest[0]
    return {
      context: { line: first.line, endLine: next ? next.line - 1 : inner.endLine },
      ...(next && { answer: { line: next.line, endLine: inner.endLine } }),
    }
  }
  return { answer: inner }
}

/** Where the answer is announced: a line that says only "Answer", which is layout, or one that begins with it. */
function answerMarker(
  { line, endLine }: Range,
  { lines, code, toggles }: Source,
): { from: number; next: number } | undefined {
  if (lines.slice(line - 1, endLine).some((text) => /^\s*(?:[-*+]\s+)?B\s*[:：.]/.test(text)) === false)
    for (let at = line; at <= endLine; at++) {
      const text = lines[at - 1] ?? ''
      if (!code.has(at - 1) && isAnswerLabel(text))
        return isLabelAlone(text) ? { from: at, next: at + 1 } : { from: at, next: at }
    }
  for (let at = line; at <= endLine; at++) {
    const text = lines[at - 1] ?? ''
    if (code.has(at - 1)) continue
    if (isToggleLine(text, toggles))
      return { from: /^\s*<details/i.test(lines[at - 2] ?? '') && at > line ? at - 1 : at, next: at + 1 }
    if (/^\s{0,3}#{1,6}\s/.test(text) && isAnswerHeading(rawHeadingOf({ line: at }, { lines })))
      return { from: at, next: at + 1 }
  }
  return undefined
}

const isLabelAlone = (text: string): boolean =>
  answerLabelLength(text) >= text.trimEnd().length ||
  /^[^\p{L}\p{N}]*\p{L}+[^\p{L}\p{N}]*$/u.test(text.trim())

const isAnswerHeading = (raw: string): boolean =>
  isPartName(plainText(raw)) &&
  /^[^\p{L}\p{N}]*((参考)?答案|解答|回答|answers?|solutions?)[^\p{L}\p{N}]*$/iu.test(plainText(raw))

const layoutLine =
  /^\s*(?:(?:[-*_]\s*){3,}|<\/?(?:details|summary|br|p|b|div|center|hr|blockquote|strong)\b[^>]*>(?:\s*<\/?(?:details|summary|br|p|b|div|center|hr|blockquote|strong)\b[^>]*>)*|\[toc\])\s*$/i
const backToTop =
  /(back to (the )?top|return to top|to the top|\btop\b|返回(目录|顶部|首页)|回到(目录|顶部)|回目录|⬆|↑|🔝)/iu

/** Whether a line only arranges: a rule, a lone tag, `[TOC]`, a link back to the top. */
const isLayoutLine = (line: string): boolean =>
  line.length <= longLine && (layoutLine.test(line) || isToggleLine(line) || isBackLink(line))

const isBackLink = (line: string): boolean =>
  backToTop.test(line) && /\]\(#?[^)]*\)|href=/.test(line) && plainText(line).length <= 40

/** Splits blank and arranging lines off both ends. */
export function trimLayout(range: Range, source: Source): { inner: Range | undefined; outer: Range[] } {
  const arranges = (line: number) =>
    source.commentLines.has(line) ||
    (!source.code.has(line - 1) && isLayoutLine(source.lines[line - 1] ?? ''))
  const blank = (line: number) => (source.lines[line - 1] ?? '').trim() === ''
  let { line, endLine } = range
  const outer: Range[] = []
  for (; line <= endLine && (blank(line) || arranges(line)); line++)
    if (!blank(line)) outer.push({ line, endLine: line })
  for (; endLine >= line && (blank(endLine) || arranges(endLine)); endLine--)
    if (!blank(endLine)) outer.push({ line: endLine, endLine })
  return {
    inner: line <= endLine ? { line, endLine } : undefined,
    outer: outer.sort((a, b) => a.line - b.line),
  }
}

const layout = (range: Range): BodyPiece => ({
  kind: 'layout',
  line: range.line,
  endLine: range.endLine,
  indent: 0,
  lead: 0,
})
