import { longLine } from './lines.ts'
import { type Encounter, isPlainlyMarked, readMarks } from './marks.ts'

export const maxTitle = 200

export type Heading = { title: string; encounter: (Encounter & { mark: string }) | null }

/** A reader for the headings of one file: what they are called, and how often and when they were asked. */
export function headingReader(rawHeadings: string[]): (raw: string) => Heading {
  const marked = rawHeadings.map((raw) => readMarks(plainText(raw)))
  const countsElsewhere = rawHeadings.some((raw) => isPlainlyMarked(plainText(raw)))
  const series = seriesAmong(marked)
  return (raw) => {
    const { title, encounter } = readMarks(plainText(raw), countsElsewhere)
    const isPartOfSeries = encounter !== null && series.has(title)
    return {
      title: withoutNumber(isPartOfSeries ? plainText(raw) : title),
      encounter: isPartOfSeries ? null : encounter,
    }
  }
}

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
  /^(?:(?:\p{So}|\p{Sk}|\uFE0F)+\s*)?(?:第\s*\d{1,4}\s*[题问]\s*[.、．:：]?\s*|(?:问题?|面试题|题目?|Question|Ques|Q|No\.?)\s*[-#]?\s*\d{1,4}(?:\.\d{1,3})*\s*(?:[.、．:：)）\]】-]\s*|\s+)|(?:问题?|题目|面试题|Question|Q)\s*[:：]\s*|Q[.)]\s+|\d{1,4}(?:\.\d{1,3})*\s*(?:[、．:：)）]|\.(?!\d))\s*|[(（【[]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）】\]]\s*[.、．:：]?\s*|[一二三四五六七八九十]{1,3}\s*[、．.:：]\s*|#\d+\s+)/iu

/** Drops a leading `1.`, `2.1.`, `问题2:`, `Q1.`, `一、`; never a number that belongs to the name, as in `2MSL`. */
function withoutNumber(title: string): string {
  const rest = title.replace(number, '').trim()
  return /[\p{L}\p{N}]/u.test(rest) ? rest : title
}
