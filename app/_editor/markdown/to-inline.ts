import { type Mark, Node, type Schema } from '@tiptap/pm/model'
import type { Token } from 'markdown-it'

/** What stands within the lines of a block, as nodes of the editor. Bare addresses stay text: they follow from it. */
export function inlineNodes(inline: Token, schema: Schema): Node[] {
  const nodes: Node[] = []
  let marks: readonly Mark[] = []
  const addText = (text: string, among = marks) => {
    if (text === '') return
    const node = schema.text(text, among)
    const last = nodes.at(-1)
    if (last?.isText && Node.prototype.hasMarkup.call(last, node.type, null, node.marks))
      nodes[nodes.length - 1] = schema.text((last.text ?? '') + text, node.marks)
    else nodes.push(node)
  }
  const lines = inline.content.split('\n')
  let line = 0
  const tokens = inline.children ?? []
  const depths: Record<string, number> = {}

  for (const [at, token] of tokens.entries()) {
    const markName = markNames[token.type.replace(/_(?:open|close)$/, '')]
    if (token.markup === 'bare' && markName === 'link') continue
    if (markName && token.nesting === 1) {
      depths[markName] = (depths[markName] ?? 0) + 1
      marks = schema.marks[markName]!.create(markName === 'link' ? linkOf(token) : null).addToSet(marks)
    } else if (markName && token.nesting === -1) {
      depths[markName] = (depths[markName] ?? 0) - 1
      if (depths[markName] === 0) marks = schema.marks[markName]!.removeFromSet(marks)
    } else if (token.type === 'text' || token.type === 'text_special') {
      const afterBox = tokens[at - 2]?.type === 'checkbox_input'
      addText(afterBox ? token.content.replace(/^[ \t\u00a0]+/, '') : token.content)
    } else if (token.type === 'code_inline')
      addText(
        token.content,
        schema.marks.code!.create({ padded: token.meta?.padded === true }).addToSet(marks),
      )
    else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      const written = breakOf(token, lines[line] ?? '')
      if (written !== 'tag') line++
      nodes.push(schema.nodes.hardBreak!.create({ written }, null, marks))
    } else {
      const leaf = leaves[token.type]
      if (leaf) nodes.push(schema.nodes[leaf]!.create(leafAttributes(token), null, marks))
    }
  }
  return nodes
}

const markNames: Record<string, string | undefined> = {
  strong: 'bold',
  em: 'italic',
  s: 'strike',
  mark: 'highlight',
  link: 'link',
  kbd: 'keyboardKey',
  sub: 'subscript',
  sup: 'superscript',
}

const leaves: Record<string, string | undefined> = {
  image: 'image',
  math_inline: 'mathInline',
  wiki_link: 'entryLink',
  footnote_ref: 'footnoteReference',
  raw_inline: 'rawInline',
}

const linkOf = (token: Token) => ({
  href: token.attrGet('href') ?? '',
  title: token.attrGet('title'),
  auto: token.markup === 'autolink',
})

function breakOf(token: Token, line: string): string {
  if (token.type === 'softbreak') return 'soft'
  if (token.markup === '<br>') return 'tag'
  return line.endsWith('\\') ? 'backslash' : 'spaces'
}

function leafAttributes(token: Token): Record<string, unknown> {
  switch (token.type) {
    case 'image':
      return { src: token.attrGet('src') ?? '', alt: altOf(token), title: token.attrGet('title') }
    case 'math_inline':
      return { tex: token.content, display: token.markup === '$$' }
    case 'wiki_link': {
      const title = String(token.meta.title)
      return { title, shown: token.content === title ? null : token.content }
    }
    case 'footnote_ref':
      return { label: token.meta.label }
    default:
      return { source: token.content }
  }
}

function altOf(token: Token): string {
  return (token.children ?? [])
    .map((child) => (child.type === 'softbreak' ? ' ' : child.children ? altOf(child) : child.content))
    .join('')
}
