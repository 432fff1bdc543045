import { maxTitle, plainText } from './heading.ts'
import { asksSomething, mayBeAsked } from './question-shape.ts'
import type { Region, Spot } from './region.ts'
import type { Source } from './source.ts'
import type { Place, Start } from './start.ts'

const label =
  /^(?:\d{1,3}[.、)]\s*)?(?:\*\*|__)?\s*(?:(?:Q|Question|Ques|问|问题|面试题|题目?)\s*[-#]?\s*\d{0,4}\s*(?:\*\*|__)?\s*[:：]|Problem\s*\d{1,4}\s*(?:\*\*|__)?\s*[.:]|Q\s*\d{1,4}\s*(?:\*\*|__)?\s*[.、)）:：\s-]|Q[.)]\s)\s*(?:\*\*|__)?\s*(?=\S)/i
const answerLabel =
  /^(?:[-*+]\s+)?(?:\*\*|__)?\s*(?:(?:A|Answer|Ans|答|答案|回答|解答|参考答案)\s*\d{0,4}\s*(?:\*\*|__)?\s*[:：]|A\d{1,4}\s*[.、]|Ans\.)(?:\*\*|__)?\s*/i

/** How many characters of a line announce an answer (`A:`, `**答：**`); 0 where none do. */
export function answerLabelLength(line: string): number {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0
  const matched = answerLabel.exec(line.slice(indent))?.[0]
  if (matched === undefined) return 0
  // `**答：整句**` is bold to its end: taking the label off would leave half a mark.
  const marks = matched.match(/\*\*|__/g)?.length ?? 0
  return marks % 2 === 1 ? 0 : indent + matched.length
}

export const isAnswerLabel = (line: string): boolean => answerLabel.test(line.trim())

/** `Q: … A: …`, `Q1. …`, `问：… 答：…`, plain or bold. */
export function labelledStarts(region: Region, _source: Source, place: Place): Start[] {
  const spots = region.spots
  const questions = spots.filter(({ text }) => label.test(text) && plainText(text).length <= maxTitle)
  const [first] = questions
  if (!first || (place.headingAsks && questions.length < 2)) return []
  const answered = spots.some(({ text, line }) => line > first.line && isAnswerLabel(text))
  if (questions.length === 1 && !answered && !place.established.has('labelled')) return []
  const isOwnWay = place.established.has('labelled')
  if (place.role === 'question' && !isOwnWay && first.at > (questions.length >= 5 ? 2 : 0)) return []
  if (place.role === 'question' && first.item && first.item !== first.block.items[0]) return []
  return questions.map((spot) => startAt(spot, 'labelled'))
}

const bold = /^(?:\d{1,3}\s*[.、．)）]\s*)?(\*\*|__)(?=\S)(.+?)\1\s*[:：]?\s*(.*)$/

/** Paragraphs or list items that begin with a question in bold. */
export function boldStarts(region: Region, _source: Source, place: Place): Start[] {
  if (place.headingAsks) return []
  const all = region.spots.filter(({ text }) => bold.test(text))
  const bulleted = all.filter(({ from, text }) => from === 'bulleted' && asksInBold(text))
  const spots = bulleted.length > all.length / 2 ? bulleted : all.filter(({ from }) => from !== 'bulleted')
  const listed = place.established.has('bold') ? onlyBold(region) : []
  const questions = listed.length > 0 ? listed : spots.filter(({ text }) => asksInBold(text))
  const [first] = questions
  if (!first || questions.length < spots.length / 2) return []
  // A line of introduction may stand above a long list.
  const early =
    first.at <= (place.role === 'section' ? 2 : questions.length >= 5 || listed.length > 0 ? 1 : 0)
  if (questions.length < 2 && !(early && (place.role === 'section' || place.established.has('bold'))))
    return []
  if (place.role === 'question' && !early) return []
  return questions.map((spot) => {
    const [, , inside = '', rest = ''] = bold.exec(spot.text) ?? []
    const isNumber = /^[^\p{L}\p{N}]*(Q|问题?)?\s*\d+[^\p{L}\p{N}]*$/iu.test(inside)
    return {
      ...startAt(spot, 'bold'),
      ...(rest !== '' &&
        !isNumber && {
          raw: spot.number === null ? inside : `${spot.number} ${inside}`,
          inline: rest.replace(/^[-–—:：]\s+/, ''),
        }),
    }
  })
}

/** The items of a list of nothing but bold titles with a link behind some of them, a few of which ask; else none. */
function onlyBold({ spots }: Region): Spot[] {
  const items = spots.filter(({ item }) => item)
  const titles = items.filter(({ text }) => !/[\p{L}\p{N}]/u.test(withoutLinks(bold.exec(text)?.[3] ?? text)))
  const asking = titles.filter(({ text }) => asksInBold(text))
  return titles.length >= items.length * 0.9 && asking.length >= Math.max(2, titles.length * 0.2)
    ? titles
    : []
}

const withoutLinks = (text: string): string =>
  text.replace(/(\b(learn|read|see|find)\b[^[\]]{0,20})?\[[^\]]*\]\([^)]*\)(\s*(,|and|or)(?=\s*\[))?/gi, '')

function asksInBold(text: string): boolean {
  const [, , inside = '', rest = ''] = bold.exec(text) ?? []
  const isNumber = /^[^\p{L}\p{N}]*(Q|问题?)?\s*\d+[^\p{L}\p{N}]*$/iu.test(inside)
  const title = plainText(isNumber ? rest : inside)
  if (title.length > maxTitle || /[。；;]$/.test(title)) return false
  const numbered = isNumber || /^\s*(\*\*|__)?\s*(Q\s*)?\d+\s*[.、．)）:：]/i.test(text)
  return (
    asksSomething(title.replace(/^(Q\s*)?\d+\s*[.、．)）:：]\s*/i, '')) || (numbered && mayBeAsked(title))
  )
}

export function startAt(spot: Spot, style: Start['style']): Start {
  return {
    style,
    line: spot.line,
    from: spot.line,
    to: spot.endLine,
    raw: spot.number === null ? spot.text : `${spot.number} ${spot.text}`,
    depth: 0,
    indent: spot.indent,
  }
}
