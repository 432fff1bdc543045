import type { HeadingNode } from './headings.ts'
import { asksSomething } from './question-shape.ts'

const round =
  /(?:[一二三四五六初复终]|HR|主管|总监|技术|电话|视频|现场|交叉|群)面试?(?![\p{Script=Han}])|(?:笔试|机试|面经)(?![\p{Script=Han}])|\b(?:round\s*\d|(?:first|second|third|final|1st|2nd|3rd)\s+(?:round|interview)|(?:phone|on-?site)\s+(?:screen|interview|round))(?=\s*(?:[-–—(:,]|$))/iu
const day = /^[^\p{L}\p{N}]*(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?/u

/**
 * The headings that say when, or in which round, someone was asked what stands below them: `腾讯一面`, `2023-4-26`, `Phone screen`. A
 * date with other words counts only in a file that has a round or a bare date as well: elsewhere it tells when a topic was learnt.
 */
export function occasionsAmong(headings: HeadingNode[]): Set<HeadingNode> {
  const silent = headings.filter(({ title, mark }) => !mark && !asksSomething(title))
  const certain = silent.filter(({ title }) => round.test(title) || isBareDate(title))
  return new Set(certain.length > 0 ? silent.filter(({ title }) => round.test(title) || day.test(title)) : [])
}

const isBareDate = (title: string): boolean =>
  day.test(title) && !/[\p{L}\p{N}]/u.test(title.replace(day, ''))

/** What the one who is asked says or asks at the end: `提问环节`, `反问：`, `我的问题：`. */
export const isAskedBack = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(?:我(?:的|问的|想问的)(?:问题|提问)|(?:我)?(?:提问|反问))(?:环节|时间|阶段)?\s*(?:[:：。（(]|$)|^[^\p{L}\p{N}]*(?:my questions(?: (?:to|for) (?:them|you))?|questions (?:to|for) (?:the )?(?:interviewers?|them)|any questions for us)\s*[:?]?$/iu.test(
    text,
  )
