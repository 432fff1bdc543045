import { longLine } from './lines.ts'
import { type Encounter, isPlainlyMarked, readMarks } from './marks.ts'
import { ornaments } from './question-shape.ts'

export const maxTitle = 200

/** `whole` is the question where it is too long for a title, which then ends in `…`. */
export type Heading = { title: string; whole?: string; encounter: (Encounter & { mark: string }) | null }

/** A reader for the headings of one file: what they are called, and how often and when they were asked. */
export function headingReader(rawHeadings: string[]): (raw: string) => Heading {
  const plain = rawHeadings.map(plainQuestion)
  const countsElsewhere = plain.some(isPlainlyMarked)
  const series = seriesAmong(plain.map((heading) => readMarks(heading)))
  const isCounted = areCounted(plain)
  return (raw) => {
    const heading = plainQuestion(raw)
    const { title, encounter } = readMarks(heading, countsElsewhere)
    const isPartOfSeries = encounter !== null && series.has(title)
    const named = isPartOfSeries ? heading : title
    const question = withoutNumber(isCounted ? named.replace(loneNumber, '') || named : named)
    return {
      title: shortened(question),
      ...(question.length > maxTitle && { whole: question }),
      encounter: isPartOfSeries ? null : encounter,
    }
  }
}

/** Without what marks a question as important (`⭐️`, `***`) or leads over to its answer. */
const plainQuestion = (raw: string): string => {
  const text = plainText(raw)
  const rest = text
    .replace(/^(?:(?:\p{Extended_Pictographic}|\uFE0F)\s*)+/u, '')
    .replace(ornaments, '')
    .replace(/(?:\s+\*{3,}|(?<=[\p{Script=Han}?？])\*+)$/u, '')
    .replace(/\s*[:：]$/, '')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

const loneNumber = /^\d{1,3}(?:\.\d{1,3})*\s+(?=\S)/

/** Whether a file counts its headings with numbers and no mark behind them, `1 锁`, `2.1 表`: three or more, most of them one after another. */
function areCounted(headings: string[]): boolean {
  const numbers = new Set(headings.flatMap((heading) => loneNumber.exec(heading)?.[0].trim() ?? []))
  const follow = [...numbers].filter((number) => isFirst(number) || numbers.has(before(number)))
  return numbers.size >= 3 && follow.length >= numbers.size * 0.6 && [...numbers].some(isFirst)
}

const isFirst = (number: string): boolean => /(?:^|\.)0?[01]$/.test(number)
const before = (number: string): string =>
  number.replace(/\d+$/, (last) =>
    String(Number(last) - 1).padStart(last.startsWith('0') ? last.length : 1, '0'),
  )

/** As many words of a question as fit a title. */
function shortened(question: string): string {
  if (question.length <= maxTitle) return question
  const start = question.slice(0, maxTitle - 1).replace(/[\uD800-\uDBFF]$/, '')
  const lastSpace = start.lastIndexOf(' ')
  return `${lastSpace > maxTitle / 2 ? start.slice(0, lastSpace) : start}…`
}

/** A question's context as it is kept: behind the whole question where its title does not say it. */
export const contextOf = (whole = '', own: string): string =>
  [whole, own].filter((part) => part !== '').join('\n\n')

/** Titles that come back with other numbers, `锁(1)` and `锁(2)`: these numbers count parts. */
function seriesAmong(marked: ReturnType<typeof readMarks>[]): Set<string> {
  const seen = new Map<string, Set<string>>()
  for (const { title, encounter } of marked) {
    if (encounter && encounter.askedOn === null)
      seen.set(title, (seen.get(title) ?? new Set()).add(encounter.mark))
  }
  return new Set([...seen].filter(([, marks]) => marks.size > 1).map(([title]) => title))
}

/** A heading without markup: emphasis, links, code marks, images, tags, anchors, control characters. NFC. */
export function plainText(raw: string): string {
  if (raw.length > longLine) return raw.trim()
  return (
    raw
      .normalize('NFC')
      .replace(/<!--.*?-->/g, ' ')
      .replace(/^((?:\d+[.)]\s+)?)\[[ xX]\]\s+/, '$1')
      .replace(/\s*\{#[\w-]+\}\s*$/, '')
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, ' ')
      .replace(/\[+[^\p{L}\p{N}\]]*\]+\([^)]*\)/gu, ' ')
      .replace(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
      .replace(
        /<\/?(a|b|i|em|strong|code|br|p|h[1-6]|span|font|u|sup|sub|div|img|summary|details|center|small|mark)\b[^>]*>/gi,
        ' ',
      )
      .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, (whole, mark: string, inside: string) =>
        mark === '__' && /^\w+$/.test(inside) ? whole : inside,
      )
      .replace(/(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)/g, '$1')
      .replace(/==(?=\S)(.+?)(?<=\S)==/g, '$1')
      .replace(/^\*(?=\S)([^*]+)(?<=\S)\*$/, '$1')
      .replace(/(`+)\s?(.+?)\s?\1/g, '$2')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what this removes
      .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, ' ')
      .replace(/[ \u00A0\u3000]{2,}/g, ' ')
      .trim()
  )
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

const number =
  /^(?:(?:\p{So}|\p{Sk}|\uFE0F)+\s*)?(?:第\s*\d{1,4}\s*[题问]\s*[.、．:：]?\s*|(?:问题?|面试题|题目?|Question|Ques|Problem|Q|No\.?)\s*[-#]?\s*\d{1,4}(?:\.\d{1,3})*\s*(?:[.、．:：)）\]】-]\s*|\s+)|(?:问题?|提问|题目|面试[题官]|Question|Interviewer|Q)\s*[:：]\s*|Q[.)]\s+|\d{1,4}(?:\.\d{1,3})*\s*(?:[、．:：)）]|\.(?!\d))\s*|[(（【[]\s*(?:\d{1,3}|Q\s*\d{1,4}|[一二三四五六七八九十]{1,3})\s*[)）】\]]\s*[.、．:：]?\s*|[一二三四五六七八九十]{1,3}\s*[、．.:：]\s*|#\d+\s+)/iu

/** Drops a leading `1.`, `2.1.`, `问题2:`, `Q1.`, `【Q1】`, `面试官：`, `一、`; never a number that belongs to the name, as in `2MSL`. */
function withoutNumber(title: string): string {
  const rest = title.replace(number, '').trim()
  return /[\p{L}\p{N}]/u.test(rest) ? rest : title
}
