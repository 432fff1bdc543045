/** Questions of one interview that are taken at once. */
export const mostQuestions = 60
const longestTitle = 200

/** The questions in a pasted text: one a line, without numbers, bullets and what is empty; each once. */
export function questionsIn(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(numbering, '')
        .replace(/\*\*|__|`/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => Array.from(line).slice(0, longestTitle).join(''))
  return [...new Set(lines)].slice(0, mostQuestions)
}

// "1." "1、" "(1)" "（一）" "Q1:" "- " "## " "①", one after another; "2PC" and "3 次握手" are no numbers of lines.
const numbering =
  /^\s*(?:(?:#{1,6}|[-*+•·>])\s+|[（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]\s*|(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、．。:：)）]\s*|\.(?!\d)\s*)|[Qq]\d{1,3}\s*[.、:：)）]?\s*|问题?\s*\d{0,3}\s*[:：]\s*|[①-⑳]\s*)+/u
