import { plainText } from './heading.ts'
import { longLine } from './lines.ts'
import { asksSomething, isPartName } from './question-shape.ts'
import type { Region } from './region.ts'
import type { Source } from './source.ts'
import type { Place, Start } from './start.ts'

const toggle =
  /^[^\p{L}\p{N}]*((click|tap|press|expand|show|view|see|reveal|open|toggle|hide)\b.*|(the\s+)?(answer|solution|hint|explanation|code|output|details?|more|spoiler|example)s?(\s*\d+)?(\s*\(.*\))?|.*点击(展开|查看|显示)|(点击|点开|展开|显示|查看|看)?.{0,4}(答案|解答|解析|提示|代码|详情|更多|展开|查看|折叠))[^\p{L}\p{N}]*$/iu

/** Questions in `<summary>`; where it says only "Answer", the heading above is the question. */
export function summaryStarts(region: Region, { lines, code, toggles }: Source, place: Place): Start[] {
  const starts: Start[] = []
  for (let line = region.line; line <= region.endLine; line++) {
    const text = lines[line - 1] ?? ''
    if (code.has(line - 1) || text.length > longLine || !/<summary\b/i.test(text)) continue
    const start = readSummary(line, region, lines)
    if (start) starts.push(start)
    line = Math.max(line, start?.to ?? line)
  }
  const questions = starts.filter(({ raw }) => !isToggle(raw) && !toggles.has(raw))
  if (place.headingAsks && (questions.length < 2 || !areAsked(questions) || saysBefore(questions[0], region)))
    return []
  return questions
}

/** Topics folded under a question are the parts of its answer. */
const areAsked = (questions: Start[]): boolean => questions.some(({ raw }) => asksSomething(plainText(raw)))

/** Whether the answer to the heading has begun: what is folded into it are its asides. */
const saysBefore = (first: Start | undefined, { blocks }: Region): boolean =>
  blocks.some(({ line, kind }) => kind !== 'rule' && first !== undefined && line < first.from)

/** Whether words do nothing but offer to show an answer. */
export const isToggle = (raw: string): boolean => {
  const text = plainText(raw)
  return (
    (toggle.test(text) || isPartName(text)) &&
    !/[?？]\s*$/.test(text) &&
    !(asksSomething(text) && text.length > 24)
  )
}

/** Whether a line does nothing but fold an answer in or out. */
export const isToggleLine = (line: string, toggles?: Set<string>): boolean => {
  if (line.length > longLine) return false
  const inside = /<summary\b[^>]*>(.*?)<\/summary>/i.exec(line)?.[1]
  if (inside === undefined || !(isToggle(inside) || toggles?.has(inside))) return false
  return line.replace(/<summary\b.*<\/summary>|<[^>]*>/gi, '').trim() === ''
}

function readSummary(line: number, region: Region, lines: string[]): Start | undefined {
  let to = line
  while (to < region.endLine && to < line + 6 && !/<\/summary>/i.test(lines[to - 1] ?? '')) to++
  const text = lines.slice(line - 1, to).join('\n')
  if (text.length > longLine) return undefined
  const [, raw = '', after = ''] = /<summary\b[^>]*>([\s\S]*?)<\/summary>([\s\S]*)$/i.exec(text) ?? []
  if (!/[\p{L}\p{N}]/u.test(plainText(raw))) return undefined
  const inline = plainText(after.replace(/<\/?(details|p|br|b|div|strong|blockquote)\b[^>]*>/gi, ' '))
  return {
    style: 'summary',
    line: questionLine(line, to, lines),
    from: openingLine(line, region, lines),
    to,
    raw: raw.trim().replace(/\s*\n\s*/g, ' '),
    depth: 0,
    indent: 0,
    ...(inline !== '' && { inline }),
  }
}

// `<summary>` may stand alone on its line: the question is on the first line with words.
function questionLine(line: number, to: number, lines: string[]): number {
  for (let at = line; at <= to; at++)
    if (/[\p{L}\p{N}]/u.test((lines[at - 1] ?? '').replace(/<[^>]*>/g, ''))) return at
  return line
}

function openingLine(line: number, region: Region, lines: string[]): number {
  let at = line - 1
  while (at >= region.line && (lines[at - 1] ?? '').trim() === '') at--
  return at >= region.line && /^\s*<details\b[^>]*>\s*$/i.test(lines[at - 1] ?? '') ? at : line
}
