import type { Node, Schema } from '@tiptap/pm/model'
import type { Token } from 'markdown-it'
import { parser } from './parser.ts'
import { inlineNodes } from './to-inline.ts'

/** A top-level block and the lines of the source it was made from: `from` up to but without `to`, counted from 0. */
export type SourceBlock = { node: Node; from: number; to: number }
/** What the parser knows of the whole text: definitions of links and of footnotes. */
export type Surroundings = { references?: unknown; footnotes?: { refs?: Record<string, number> } }
export type ParsedText = { blocks: SourceBlock[]; surroundings: Surroundings }

/**
 * Reads Markdown into blocks of the editor. `within` gives a piece of a text what is defined elsewhere in it.
 */
export function readMarkdown(source: string, schema: Schema, within: Surroundings = {}): ParsedText {
  const env = surroundingsOf(within)
  const tokens = parser.parse(source, env)
  const blocks: SourceBlock[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = endOf(tokens, at)
    const piece = tokens.slice(at, end)
    const [node] = blockNodes(piece, schema)
    const [from, to] = linesOf(piece)
    if (node) blocks.push({ node, from, to })
    at = end
  }
  return { blocks, surroundings: env }
}

/** The document of a text; an empty text has one empty paragraph. */
export function documentOf(blocks: SourceBlock[], schema: Schema): Node {
  const nodes = blocks.map(({ node }) => node)
  const { doc, paragraph } = schema.nodes
  return doc!.create(null, nodes.length > 0 ? nodes : paragraph!.create())
}

/** A copy, for the parser counts in it. */
function surroundingsOf({ references, footnotes }: Surroundings): Surroundings {
  const labels = Object.keys(footnotes?.refs ?? {})
  return {
    ...(references ? { references } : {}),
    ...(labels.length > 0
      ? { footnotes: { refs: Object.fromEntries(labels.map((label) => [label, -1])) } }
      : {}),
  }
}

function endOf(tokens: Token[], start: number): number {
  let depth = 0
  let at = start
  do depth += tokens[at++]?.nesting ?? 0
  while (depth > 0 && at < tokens.length)
  return at
}

/** A footnote's own token has no lines, those within it have. */
function linesOf(piece: Token[]): [number, number] {
  const maps = piece.flatMap(({ map }) => (map ? [map] : []))
  const own = piece[0]?.map
  return own ?? [Math.min(...maps.map(([from]) => from)), Math.max(...maps.map(([, to]) => to))]
}

type Open = { name: string; attrs: Record<string, unknown>; children: Node[] }

function blockNodes(tokens: Token[], schema: Schema): Node[] {
  const root: Open = { name: 'doc', attrs: {}, children: [] }
  const open: Open[] = [root]
  const add = (name: string, attrs: Record<string, unknown>, children: Node[] | Node = []) =>
    open.at(-1)?.children.push(make(schema, name, attrs, children))

  for (const [at, token] of tokens.entries()) {
    const name = containers[token.type.replace(/_(?:open|close)$/, '')]
    if (name && token.nesting === 1) open.push({ name, attrs: attributesOf(tokens, at), children: [] })
    else if (name && token.nesting === -1) {
      const closed = open.pop()
      if (closed) add(closed.name, closed.attrs, closed.children)
    } else if (token.type === 'inline') {
      const children = inlineNodes(token, schema)
      const parent = open.at(-1)
      if (parent?.name === 'tableCell' || parent?.name === 'tableHeader') add('paragraph', {}, children)
      else parent?.children.push(...children)
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const text = token.content.replace(/\n$/, '')
      add('codeBlock', { language: token.info.trim() || null }, text ? [schema.text(text)] : [])
    } else if (token.type === 'hr') add('horizontalRule', {})
    else if (token.type === 'math_block') add('mathBlock', { tex: token.content })
    else if (token.type === 'raw_block') add('rawBlock', { source: token.content })
  }
  return root.children
}

const containers: Record<string, string | undefined> = {
  paragraph: 'paragraph',
  heading: 'heading',
  blockquote: 'blockquote',
  bullet_list: 'bulletList',
  ordered_list: 'orderedList',
  list_item: 'listItem',
  table: 'table',
  tr: 'tableRow',
  th: 'tableHeader',
  td: 'tableCell',
  footnote_reference: 'footnoteDefinition',
}

function attributesOf(tokens: Token[], at: number): Record<string, unknown> {
  const token = tokens[at]!
  switch (token.type) {
    case 'heading_open':
      return { level: Number(token.tag.slice(1)) }
    case 'bullet_list_open':
      return { tight: isTight(tokens, at), marker: token.markup }
    case 'ordered_list_open':
      return { start: Number(token.attrGet('start') ?? 1), tight: isTight(tokens, at), marker: token.markup }
    case 'list_item_open':
      return { checked: checkOf(tokens[at + 2]) }
    case 'th_open':
    case 'td_open':
      return { align: /(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1] ?? null }
    case 'footnote_reference_open':
      return { label: token.meta.label }
    default:
      return {}
  }
}

/** A list says that it is tight by hiding the paragraphs right within its items. */
function isTight(tokens: Token[], at: number): boolean {
  const level = tokens[at]!.level + 2
  for (let next = at + 1; next < tokens.length && tokens[next]!.level >= level - 1; next++) {
    const token = tokens[next]!
    if (token.type === 'paragraph_open' && token.level === level) return token.hidden
  }
  return true
}

function checkOf(inline: Token | undefined): boolean | null {
  const box = inline?.children?.[0]
  return box?.type === 'checkbox_input' ? box.attrGet('checked') !== null : null
}

function make(schema: Schema, name: string, attrs: Record<string, unknown>, children: Node[] | Node): Node {
  const type = schema.nodes[name]!
  return type.createAndFill(attrs, children) ?? type.createChecked(attrs, children)
}
