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
const answeredBehindColon =
  /^(?![^:：]*(?:以下|下列|下面|如下))([^:：?？([（【*]*(?:什么|有哪些|哪几|怎么|怎样|如何|为什么|区别|差别)[^:：?？([（【*]{0,40})[:：](?!\/\/)\s*([^?？]{2,})$/u
/** The question goes on: with a request, examples or a second half. */
const goesOn = /^(并|且|以及|然后|再|如[:：]|例如|比如|请|and\b|e\.g\.|such as\b)|[?？]/i

/** Takes an answer off the line of its question: `What is X? A: …`, `什么是 X？X 是……。`, `X 有哪些：A、B`. */
export function splitAnswer(line: string): { question: string; answer: string } | undefined {
  const [, question, answer] = labelledAnswer.exec(line) ?? statement(line) ?? []
  return question !== undefined && answer !== undefined ? { question, answer } : undefined
}

function statement(line: string): RegExpExecArray | null {
  const atOnce = answeredAtOnce.exec(line)
  const found = atOnce ?? answeredBehindColon.exec(line)
  const [, , rest = ''] = found ?? []
  const isOneClause = atOnce !== null || !/[,，;；.。]/.test(rest)
  return goesOn.test(rest) || (isOneClause && asksSomething(rest.replace(/[.。!！]$/, ''))) ? null : found
}
