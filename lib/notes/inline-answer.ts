import { asksSomething, looksLikeCode } from './question-shape.ts'

/**
 * The answer that someone noted into the question itself: code behind its words (`reverse a string  s[::-1]`), or an aside in
 * parentheses behind a "how". The title stays as it is written; an aside keeps its parentheses, for it says little.
 */
export function inlineAnswerOf(title: string): string | undefined {
  const aside = /[（(]([^（）]*?)[)）]\s*$/s.exec(title)
  const outer = outerParentheses(title)
  if (outer && isAnswerCode(outer)) return outer.trim()
  const tail = /^.*\p{Script=Han}[\s，,：:]+([^\p{Script=Han}]+)$/su.exec(title)?.[1]
  if (tail && isAnswerCode(tail) && !aside) return tail.trim()
  if (
    aside?.[1] &&
    /如何|怎么|怎样|\bhow\b/i.test(title) &&
    /^[A-Za-z][\w.-]*(\s+[A-Za-z][\w.-]*)+$/.test(aside[1].trim())
  )
    return `（${aside[1].trim()}）`
  return undefined
}

/** What stands in the last parentheses that reach to the end, nested ones included; an unclosed one counts as reaching. */
function outerParentheses(title: string): string | undefined {
  const open = title.indexOf('（')
  if (open > 0 && /[）)]\s*$/.test(title)) {
    const inside = title.slice(open + 1)
    return inside.endsWith('）') ? inside.slice(0, -1) : inside
  }
  return undefined
}

function isAnswerCode(text: string): boolean {
  if (asksSomething(text) && !/[(=[]/.test(text)) return false
  const isCall = /[\w.]+\([^\p{Script=Han}]*[\w"'].*/u.test(text) && /[=.,"'[]/.test(text)
  return isCall || looksLikeCode(text) || /\w\[[^\]]*:[^\]]*\]/.test(text)
}

const labelledAnswer =
  /^(.*?[?？](?:\*\*|__)?)\s*(?:\*\*|__)?(?:答案?|解答|Ans(?:wer)?|A)\s*[:：](?:\*\*|__)?\s*(.+)$/i
const answeredAtOnce = /^([^?？]{4,}[?？])\s*([^?？]{8,}[.。!！])$/

/** Takes an answer off the line of its question: `What is X? A: …`, `什么是 X？X 是……。`. */
export function splitAnswer(line: string): { question: string; answer: string } | undefined {
  const [, question, answer] = labelledAnswer.exec(line) ?? answeredAtOnce.exec(line) ?? []
  return question !== undefined && answer !== undefined ? { question, answer } : undefined
}
