/** Markdown as it reads in a result: without fences, marks, link targets, pictures' addresses and the lines of tables; code stays. A rough reading, in linear time. */
export function plainText(markdown: string): string {
  let text = ''
  let at = 0
  for (const { 0: block, index, groups } of markdown.matchAll(fenced)) {
    const { lead = '', code = '' } = groups ?? {}
    text += proseOf(markdown.slice(at, index)) + (lead.includes('>') ? code.replace(quoteMarks, '') : code)
    at = index + block.length
  }
  return text + proseOf(markdown.slice(at))
}

const quoteMarks = /^[ \t]*>[ \t>]*/gm

// To its end, or to the end of the text.
const fenced =
  /^(?<lead>[ \t>]*)(?<fence>`{3,}|~{3,})[^`\n]*\n(?<code>[\s\S]*?)(?:^[ \t>]*\k<fence>[`~]*[ \t]*$|(?![\s\S]))/gm

function proseOf(markdown: string): string {
  return markdown
    .replace(/^[ \t>]*#{1,6}[ \t]+/gm, '')
    .replace(/^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t])?/gm, '')
    .replace(quoteMarks, '')
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(entryLink, (written, title?: string, shown?: string) =>
      title && /\p{L}/u.test(title) ? (shown ?? title) : written,
    )
    .replace(table, (_, header: string, rows: string) =>
      [header, ...rows.split('\n')].map(cellsOf).join('\n'),
    )
    .replace(/\*\*|==|~~|`+/g, '')
    .replace(/^[ \t|]*:?-{3,}[-:| \t]*$/gm, '')
}

// As lib/rendering/rules/wiki-link reads it: not in code, and with a letter.
const entryLink = /`[^`\n]+`|\[\[(?! )([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?(?<! )\]\](?![([])/g

// A line with bars, one of bars and dashes, and all lines with bars that follow.
const table =
  /^([^|\n]*\|[^\n]*)\n(?=[^\n]*\|)[ \t|]*:?-[-:| \t]*(?:\n|(?![\s\S]))((?:[^|\n]*\|[^\n]*(?:\n|(?![\s\S])))*)/gm

const cellsOf = (row: string): string =>
  row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
    .filter(Boolean)
    .join(' · ')
