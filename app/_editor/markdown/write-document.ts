import type { Node, Schema } from '@tiptap/pm/model'
import { settleEscapes } from './escape.ts'
import { writeInline } from './inline-writer.ts'
import { apart, withOtherMarker } from './list-marker.ts'
import { mustBeLoose, normalise, widthOf } from './normalise.ts'
import { readMarkdown, type Surroundings } from './to-document.ts'

type Writing = { schema: Schema; within: Surroundings; inList: boolean; keepSpace: boolean }

/**
 * Blocks of the editor as Markdown, with an empty line between them. `within`: what the rest of the text defines. `keepSpace`
 * leaves space at the start of an item, which may move the column in which the item continues.
 */
export function writeMarkdown(
  nodes: readonly Node[],
  schema: Schema,
  within: Surroundings = {},
  keepSpace = false,
): string {
  return joinBlocks(nodes, { schema, within, inList: false, keepSpace }, false).join('\n')
}

function joinBlocks(nodes: readonly Node[], writing: Writing, tight: boolean): string[] {
  const lines: string[] = []
  let before: Node | undefined
  for (const node of nodes) {
    if (node.type.name === 'paragraph' && node.childCount === 0 && nodes.length > 1) continue
    const written = blockLines(apart(before, node), writing)
    if (before && !tight) lines.push('')
    lines.push(...written)
    before = apart(before, node)
  }
  return lines
}

const blockWriters: Record<string, (node: Node, writing: Writing) => string[]> = {
  paragraph: textLines,
  heading: headingLines,
  blockquote: (node, writing) =>
    joinBlocks(childrenOf(node), writing, false).map((line) => (line === '' ? '>' : `> ${line}`)),
  bulletList: listLines,
  orderedList: listLines,
  codeBlock: codeLines,
  table: tableLines,
  horizontalRule: (_, { inList }) => [inList ? '___' : '---'],
  mathBlock: (node) => ['$$', ...String(node.attrs.tex).split('\n'), '$$'],
  rawBlock: (node) => String(node.attrs.source).split('\n'),
  footnoteDefinition: (node, writing) => {
    const [first = '', ...rest] = joinBlocks(childrenOf(node), writing, false)
    return [`[^${node.attrs.label}]: ${first}`, ...rest.map((line) => (line === '' ? '' : `    ${line}`))]
  },
}

function blockLines(node: Node, writing: Writing): string[] {
  return blockWriters[node.type.name]?.(node, writing) ?? [node.textContent]
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  node.forEach((child) => void children.push(child))
  return children
}

function textLines(node: Node, writing: Writing): string[] {
  return settle(node, writeInline(node), writing).split('\n')
}

function headingLines(node: Node, writing: Writing): string[] {
  const inline = writeInline(node)
  if (node.attrs.level <= 2 && inline.includes('\n'))
    return settle(node, `${inline}\n${node.attrs.level === 1 ? '===' : '---'}`, writing).split('\n')
  const line = inline.replace(/(?: {2}|\\)\n/g, '<br>').replaceAll('\n', ' ')
  return [settle(node, `${'#'.repeat(node.attrs.level)} ${line}`.trimEnd(), writing)]
}

/** A text block as it is read back right; the rest of the text says what its links and footnotes mean. */
function settle(node: Node, marked: string, { schema, within }: Writing): string {
  const known = settled.get(within) ?? new WeakMap<Node, string>()
  settled.set(within, known)
  const before = known.get(node)
  if (before !== undefined) return before
  const [wanted] = normalise([node], schema)
  const result = settleEscapes(marked, (text) => {
    const { blocks } = readMarkdown(text, schema, within)
    const [read, second] = normalise(
      blocks.map((block) => block.node),
      schema,
    )
    if (!wanted || !read) return wanted === read
    return second === undefined && read.eq(wanted)
  })
  known.set(node, result)
  return result
}

/** Blocks stay the same objects while others are edited. */
const settled = new WeakMap<Surroundings, WeakMap<Node, string>>()

function listLines(list: Node, writing: Writing): string[] {
  const items = childrenOf(list)
  const tight = list.attrs.tight && !items.some(mustBeLoose)
  const lines: string[] = []
  items.forEach((item, at) => {
    const marker =
      list.type.name === 'bulletList' ? list.attrs.marker : `${list.attrs.start + at}${list.attrs.marker}`
    if (at > 0 && !tight) lines.push('')
    lines.push(...itemLines(item, marker, tight, writing))
  })
  return lines
}

function itemLines(item: Node, marker: string, tight: boolean, writing: Writing): string[] {
  const children = childrenOf(item).filter(
    (child, _, all) => !(child.type.name === 'paragraph' && child.childCount === 0 && all.length > 1),
  )
  const [only] = children
  // `- - -` would be a rule.
  if (only?.type.name === 'bulletList' && only.attrs.marker === marker) children[0] = withOtherMarker(only)
  const inside = joinBlocks(children, { ...writing, inList: true }, tight)
  const box = item.attrs.checked === null ? '' : item.attrs.checked ? '[x] ' : '[ ] '
  const [first = '', ...rest] = inside
  const indent = ' '.repeat(marker.length + 1)
  const opening =
    box && first === '' ? `${box}&#32;` : box + (writing.keepSpace ? first : first.replace(/^[ \t]+/, ''))
  return [
    opening === '' ? marker : `${marker} ${opening}`,
    ...rest.map((line) => (line === '' ? '' : indent + line)),
  ]
}

function codeLines(node: Node): string[] {
  const info = node.attrs.language ?? ''
  const sign = info.includes('`') ? '~' : '`'
  const runs = [...node.textContent.matchAll(sign === '~' ? /~+/g : /`+/g)].map(([run]) => run.length)
  const fence = sign.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  const content = node.textContent === '' ? [] : node.textContent.split('\n')
  return [fence + info, ...content, fence]
}

function tableLines(table: Node, writing: Writing): string[] {
  const rows = childrenOf(table).map((row) => childrenOf(row).map((cell) => cellText(cell, writing)))
  const [head = [], ...body] = rows
  const width = widthOf(table)
  for (const cells of rows) while (cells.length < width) cells.push('')
  const aligns = head.map((_, at) => rule(table.firstChild?.maybeChild(at)?.attrs.align ?? null))
  return [head, aligns, ...body].map((cells) => `| ${cells.join(' | ')} |`)
}

const rule = (align: string | null) =>
  ({ left: ':---', center: ':---:', right: '---:' })[align ?? ''] ?? '---'

function cellText(cell: Node, writing: Writing): string {
  const paragraph = cell.firstChild
  if (!paragraph || paragraph.childCount === 0) return ''
  const flat = writeInline(paragraph).replace(/(?: {2}|\\)?\n/g, '<br>')
  return settleCell(paragraph, flat, writing).trim().replaceAll('|', '\\|')
}

/** Within a cell nothing but its line matters, so it is read as the only cell of a row. */
function settleCell(paragraph: Node, marked: string, { schema, within }: Writing): string {
  const hard = paragraph.type.schema.nodes.hardBreak!
  const content: Node[] = []
  paragraph.forEach(
    (node) =>
      void content.push(node.type === hard ? hard.create({ written: 'tag' }, null, node.marks) : node),
  )
  const [wanted] = normalise([paragraph.type.create(null, content)], schema)
  return settleEscapes(marked, (text) => {
    const { blocks } = readMarkdown(`| ${text.trim().replaceAll('|', '\\|')} |\n| --- |`, schema, within)
    const read = blocks[0]?.node.firstChild?.firstChild?.firstChild
    return read && wanted ? normalise([read], schema)[0]?.eq(wanted) === true : false
  })
}
