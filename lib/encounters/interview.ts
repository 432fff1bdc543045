import { nameOf } from '#lib/search/small-words'

/** Questions of one interview that are taken at once. */
export const mostQuestions = 60
const longestTitle = 200

/**
 * The questions in a pasted text, each once: one a line, or several where a line numbers them, sets them apart by semicolons or asks
 * three or more; without numbers, bullets, boxes, headings and what is empty.
 */
export function questionsIn(text: string): string[] {
  const questions = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => line.split(between))
    .flatMap(askedInOne)
    .map(bare)
    .filter((question) => /[\p{L}\p{N}]/u.test(question) && !/[:：]$/.test(question))
    .map((question) => Array.from(question).slice(0, longestTitle).join(''))
  const named = new Map<string, string>()
  for (const question of questions) if (!named.has(nameOf(question))) named.set(nameOf(question), question)
  return [...named.values()].slice(0, mostQuestions)
}

// Before "②", "2." after a blank or a question, and at semicolons; "HTTP 1.1" is no number.
const between =
  /[;；]|(?=[①-⑳])|(?<=[?？。！!])\s*(?=[（(]?[\d０-９]{1,2}[.．、)）](?![\d０-９]))|\s+(?=[\d０-９]{1,2}[.．、)）](?![\d０-９\s]|\s+[\d０-９]))/u
const fewestSigns = 5

/** Two questions in a line may be one with what it leads to; of more, each is one, but for a remnant such as "生成器呢？". */
function askedInOne(line: string): string[] {
  const parts = line.match(/[^?？]+[?？]*/g) ?? []
  if (parts.length < 3) return [line]
  const questions: string[] = []
  for (const part of parts) {
    const isRemnant = [...part.trim()].length <= fewestSigns
    questions.push((isRemnant ? (questions.pop() ?? '') : '') + part)
  }
  return questions
}

const bare = (question: string): string =>
  question
    .replace(numbering, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,，、。.]+$/, '')
    .trim()

// "1." "１、" "(1)" "（一）" "Q1:" "- " "[ ] " "## " "①" "一面：", one after another; "2PC" and "3 次握手" are no numbers of lines.
const numbering =
  /^\s*(?:(?:#{1,6}|[-–—*+•·●○▪>])\s+|[•·●○▪]|\[[ xX✓]?\]\s*|[（(]\s*(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]\s*|[一二三四五终]面\s*[:：]\s*|(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:[、．:：)）]\s*|[.。](?![\d０-９])\s*)|[Qq][\d０-９]{1,3}\s*[.、:：)）]?\s*|问题?\s*[\d０-９]{0,3}\s*[:：]\s*|[①-⑳]\s*)+/u
