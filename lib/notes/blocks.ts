import MarkdownIt, { type Token } from 'markdown-it'

export type Block = {
  kind: 'heading' | 'paragraph' | 'list' | 'fence' | 'code' | 'quote' | 'table' | 'rule'
  /** From 1, both inclusive, without the blank lines that follow. */
  line: number
  endLine: number
  /** Of a heading, 1 to 6; else 0. */
  depth: number
  /** Of a list: whether it is numbered. */
  ordered: boolean
  /** Of a list. */
  items: Item[]
}
export type Item = { line: number; endLine: number; blocks: Block[] }

const markdown = new MarkdownIt({ html: false })
markdown.core.ruler.enableOnly(['normalize', 'block'])

/** The top-level blocks of a text with the lines they stand on; lists keep their items, everything else is a leaf. */
export function readBlocks(lines: string[]): Block[] {
  const tokens = markdown.parse(lines.join('\n'), {})
  return blocksOf(tokens, 0, tokens.length, lines).flatMap((block) => mendSetext(block, lines))
}

/** Lines (from 0) inside fences and indented code, at any depth: nothing in them is a heading or a comment. */
export function codeLines(lines: string[]): Set<number> {
  const code = new Set<number>()
  for (const { type, map } of markdown.parse(lines.join('\n'), {})) {
    if (!map || (type !== 'fence' && type !== 'code_block')) continue
    for (let line = map[0]; line < map[1]; line++) code.add(line)
  }
  return code
}

const kindOf: Record<string, Block['kind']> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  fence: 'fence',
  code_block: 'code',
  blockquote_open: 'quote',
  table_open: 'table',
  hr: 'rule',
}

function blocksOf(tokens: Token[], from: number, to: number, lines: string[]): Block[] {
  const blocks: Block[] = []
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    const end = endOf(tokens, at)
    const kind = kindOf[token.type]
    if (kind && token.map) {
      blocks.push({
        kind,
        ...span(token.map, lines),
        depth: kind === 'heading' ? Number(token.tag.slice(1)) : 0,
        ordered: token.type === 'ordered_list_open',
        items: kind === 'list' ? itemsOf(tokens, at + 1, end, lines) : [],
      })
    }
    at = end
  }
  return blocks
}

function itemsOf(tokens: Token[], from: number, to: number, lines: string[]): Item[] {
  const items: Item[] = []
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    const end = endOf(tokens, at)
    if (token?.type === 'list_item_open' && token.map)
      items.push({ ...span(token.map, lines), blocks: blocksOf(tokens, at + 1, end, lines) })
    at = end
  }
  return items
}

function endOf(tokens: Token[], at: number): number {
  const open = tokens[at]
  if (open?.nesting !== 1) return at
  let end = at + 1
  while (end < tokens.length && !(tokens[end]?.nesting === -1 && tokens[end]?.level === open.level)) end++
  return end
}

function span(map: [number, number], lines: string[]): { line: number; endLine: number } {
  let end = map[1]
  while (end > map[0] + 1 && lines[end - 1]?.trim() === '') end--
  return { line: map[0] + 1, endLine: end }
}

const sentenceEnd = /[。；;，,：:.!！]["”'）)]?\s*$/

// A rule typed right under a paragraph reads as a heading to CommonMark, but hardly ever was meant as one.
function mendSetext(block: Block, lines: string[]): Block[] {
  const underline = lines[block.endLine - 1] ?? ''
  if (block.kind !== 'heading' || block.line === block.endLine || !/^\s*(=+|-+)\s*$/.test(underline))
    return [block]
  const text = lines[block.line - 1]?.trim() ?? ''
  if (
    block.endLine === block.line + 1 &&
    text.length <= 100 &&
    !sentenceEnd.test(text) &&
    !isAfterthought(text, underline, lines)
  )
    return [block]
  return [
    { ...block, kind: 'paragraph', depth: 0, endLine: block.endLine - 1 },
    { ...block, kind: 'rule', depth: 0, line: block.endLine },
  ]
}

/** `---` under a line in a file whose own headings are written `##`, and that has none underlined with `===`. */
function isAfterthought(text: string, underline: string, lines: string[]): boolean {
  if (underline.trim() !== '---' || /[?？][^\p{L}\p{N}]*$/u.test(text)) return false
  if (/^<|^[^\p{L}\p{N}]*\[.*\)[^\p{L}\p{N}]*$/u.test(text)) return true
  return lines.some((line) => /^#{1,2} /.test(line)) && !lines.some((line) => /^={3,}\s*$/.test(line))
}
