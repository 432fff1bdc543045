import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { TooComplex } from '#lib/rendering/guards'
import { plainHtml } from '../foreign-html.ts'
import { readMarkdown } from '../markdown/to-document.ts'
import { writeMarkdown } from '../markdown/write-document.ts'

/** Text is copied as Markdown and, when pasted, read as such; pasted without formatting (`Ctrl+Shift+V`) it stays as it is. */
export const Clipboard = Extension.create({
  name: 'clipboard',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html, view) => plainHtml(html, isInTable(view.state)),
          clipboardTextParser(text, _, plain, view) {
            // Null leaves it to ProseMirror, which its types do not say.
            const asPlain = null as unknown as Slice
            if (plain) return asPlain
            try {
              const nodes = readMarkdown(withTables(text.replace(/\r\n?/g, '\n')), schema).blocks.map(
                ({ node }) => node,
              )
              if (nodes.length === 0) return asPlain
              const inCell = isInTable(view.state) && !nodes.some(({ type }) => type.name === 'table')
              return Slice.maxOpen(inCell ? Fragment.from(cellParagraph(nodes)) : Fragment.from(nodes))
            } catch (error) {
              if (!(error instanceof TooComplex)) throw error
              return asPlain
            }
          },
          clipboardTextSerializer(slice) {
            const nodes = slice.content.content
            if (nodes.every((node) => node.isInline)) return slice.content.textBetween(0, slice.content.size)
            if (nodes.length === 1 && nodes[0]?.isTextblock) return nodes[0].textContent
            return writeMarkdown(nodes, schema)
          },
        },
      }),
    ]
  },
})

/** What spreadsheets give as plain text, as a table: lines with equally many tabs, none of them at the start. */
function withTables(text: string): string {
  const rows = text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  const [head = []] = rows
  const isTable =
    head.length > 1 && rows.length > 1 && rows.every((row) => row.length === head.length && row[0])
  if (!isTable) return text
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.slice(1).map(line)].join('\n')
}

/** A cell holds one paragraph: blocks become its lines, or they would go into the cells that follow. */
function cellParagraph(nodes: Node[]): Node {
  const lines: Node[][] = []
  for (const node of nodes) {
    if (node.isTextblock) lines.push(...linesOf(node))
    else
      node.descendants((inner) => {
        if (inner.isTextblock) lines.push(...linesOf(inner))
        return !inner.isTextblock
      })
  }
  const { paragraph, hardBreak } = nodes[0]!.type.schema.nodes
  const lineEnd = hardBreak!.create({ written: 'tag' })
  return paragraph!.create(
    null,
    lines.flatMap((line, at) => (at === 0 ? line : [lineEnd, ...line])),
  )
}

function linesOf(block: Node): Node[][] {
  const { schema } = block.type
  const { hardBreak } = schema.nodes
  const ofCell = (node: Node) => (node.type === hardBreak ? hardBreak.create({ written: 'tag' }) : node)
  if (!block.type.spec.code) return [block.content.content.map(ofCell)]
  return block.textContent.split('\n').map((line) => (line ? [schema.text(line)] : []))
}
