import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import { MarkdownSerializer } from 'prosemirror-markdown'
import { nodesOf, piecesOf, stripEmphasis } from './pieces.ts'

/** Stand before a character that may need a backslash, or to be written as an entity: characters that no text has. */
export const mayEscape = '\ufdd0'
export const mayEncode = '\ufdd1'

type NodeWriter = ConstructorParameters<typeof MarkdownSerializer>[0][string]
type MarkWriter = ConstructorParameters<typeof MarkdownSerializer>[1][string]

/** Means nothing: keeps the library from mending what is already marked. */
const nothing = '\ufdd2'

/** The content of a text block as Markdown in which every doubtful character is marked. */
export function writeInline(block: Node): string {
  const { doc } = block.type.schema.nodes
  const ordered = block.copy(Fragment.fromArray(inNestingOrder(block)))
  return serialiser.serialize(doc!.create(null, ordered)).replaceAll(nothing, '')
}

/** Of marks that begin together the one that reaches furthest comes first, for it has to be closed last. */
function inNestingOrder(block: Node): Node[] {
  const pieces = piecesOf(block)
  stripEmphasis(pieces)
  const nodes = nodesOf(pieces, block.type.schema)
  const reach = (mark: Mark, from: number) => {
    let at = from
    while (at < nodes.length && mark.isInSet(nodes[at]!.marks)) at++
    return at
  }
  let open: readonly Mark[] = []
  return nodes.map((node, at) => {
    const isLast = (mark: Mark) => mark.type.name === 'code'
    const kept = open.filter((mark) => mark.isInSet(node.marks) && !isLast(mark))
    const begun = node.marks.filter((mark) => !mark.isInSet(kept) && !isLast(mark))
    begun.sort((a, b) => reach(b, at) - reach(a, at))
    open = [...kept, ...begun, ...node.marks.filter(isLast)]
    return node.mark(open)
  })
}

function mark(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>&$=|!#+\-.):^"'(]/g, `${mayEscape}$&`)
    .replaceAll('\n', '&#10;')
    .replace(/^(?!\ufdd0)./u, `${mayEncode}$&`)
    .replace(/(?<![\ufdd0\ufdd1])(.)$/u, `${mayEncode}$1`)
}

const renderInline: NodeWriter = (state, node) => state.renderInline(node)

const nodes: Record<string, NodeWriter> = {
  paragraph: renderInline,
  heading: renderInline,
  text: (state, node) => {
    // Within angle brackets a backslash is a part of the address.
    const isAuto = node.marks.some(({ attrs }) => attrs.auto)
    state.text(isAuto ? (node.text ?? '') : mark(node.text ?? ''), false)
  },
  hardBreak: (state, node, parent, index) => {
    // A break needs text before it and a line after it, unless it is a tag.
    const { written } = node.attrs
    const isFirst = index === 0
    const isLast = index + 1 === parent.childCount
    const isAlone = isFirst || isLast || parent.child(index + 1).type === node.type
    if (written === 'soft' && (isFirst || isLast)) return
    state.write(breaks[isAlone && written !== 'soft' ? 'tag' : written] ?? '\\\n')
  },
  image: (state, node) => {
    const alt = mark(node.attrs.alt ?? '')
    state.write(`![${alt}](${target(node.attrs.src ?? '', node.attrs.title)})`)
  },
  mathInline: (state, node) => {
    const fence = node.attrs.display ? '$$' : '$'
    state.write(fence + node.attrs.tex + fence)
  },
  entryLink: (state, { attrs }) =>
    state.write(`[[${attrs.title}${attrs.shown === null ? '' : `|${attrs.shown}`}]]`),
  footnoteReference: (state, node) => state.write(`[^${node.attrs.label}]`),
  rawInline: (state, node) => state.write(node.attrs.source),
}

const breaks: Record<string, string> = { soft: '\n', spaces: '  \n', backslash: '\\\n', tag: '<br>' }

const emphasis = (sign: string): MarkWriter => ({
  open: sign,
  close: sign,
  mixable: true,
})
const tag = (name: string): MarkWriter => ({ open: `<${name}>`, close: `</${name}>`, mixable: true })

const marks: Record<string, MarkWriter> = {
  bold: emphasis('**'),
  italic: emphasis('*'),
  strike: emphasis('~~'),
  highlight: emphasis('=='),
  keyboardKey: tag('kbd'),
  subscript: tag('sub'),
  superscript: tag('sup'),
  link: {
    open: (_, mark) => (mark.attrs.auto ? '<' : `${nothing}[`),
    close: (_, mark) => (mark.attrs.auto ? '>' : `](${target(mark.attrs.href ?? '', mark.attrs.title)})`),
    mixable: true,
  },
  code: {
    open: (_, mark, parent, index) => codeFence(parent.child(index), mark, true),
    close: (_, mark, parent, index) => codeFence(parent.child(index - 1), mark, false),
    escape: false,
  },
}

const serialiser = new MarkdownSerializer(nodes, marks, { hardBreakNodeName: 'hardBreak' })

function codeFence(node: Node, mark: Mark, opens: boolean): string {
  const text = node.text ?? ''
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const padded = mark.attrs.padded || /^`|`$/.test(text) || (/^ .* $/.test(text) && /[^ ]/.test(text))
  return opens ? '`'.repeat(length) + (padded ? ' ' : '') : (padded ? ' ' : '') + '`'.repeat(length)
}

function target(address: string, title: string | null): string {
  const bare = address !== '' && !/[\s<>\p{Cc}]/u.test(address) && balanced(address)
  const marked = address.replace(/[\\<>&()*_]/g, (sign) => mayEscape + sign)
  const written = bare ? marked : `<${marked.replaceAll('\n', '%0A')}>`
  return title ? `${written} "${title.replace(/["\\&]/g, `${mayEscape}$&`)}"` : written
}

function balanced(address: string): boolean {
  let depth = 0
  for (const char of address) {
    if (char === '(') depth++
    if (char === ')' && --depth < 0) return false
  }
  return depth === 0
}
