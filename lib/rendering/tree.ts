import type { Element, ElementContent, Properties, Root } from 'hast'
import type { Token } from 'markdown-it'
import { element, shownText } from './build.ts'
import { codeFigure } from './code-figure.ts'
import { type FootnoteIndex, footnoteSection } from './footnotes.ts'
import { inlineContent } from './inline.ts'
import { namesSource } from './links.ts'
import { mathOf } from './math.ts'
import type { Writing } from './writing.ts'

/** Turns parsed Markdown into the tree of its page; what the text points to is noted in `writing.links`. */
export function treeOf(tokens: Token[], footnotes: FootnoteIndex, writing: Writing): Root {
  const page = element('div', {})
  const open: Element[] = [page]
  const notes = new Map<string, ElementContent[]>()
  const sources = sourceTracker()
  let line = 1
  let tables = 0
  const add = (...nodes: ElementContent[]) => {
    for (const node of nodes) open.at(-1)?.children.push(node)
  }
  const enter = (node: Element) => {
    add(node)
    open.push(node)
  }

  for (const [at, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1
    sources.see(token, tokens[at - 1])
    if (token.hidden) continue
    switch (token.type) {
      case 'inline':
        add(...inlineContent(token, writing, { line, isSource: sources.here() }))
        break
      case 'fence':
      case 'code_block':
        add(token.info.trim() === 'math' ? formula(token, writing) : codeFigure(token.content, token.info))
        break
      case 'math_block':
        add(formula(token, writing))
        break
      case 'hr':
        add(element('hr', {}))
        break
      case 'table_open':
        tables++
        enter(element('div', { className: ['table-scroll'], tabIndex: 0, role: 'group' }))
        enter(element('table', {}))
        break
      case 'table_close':
        open.pop()
        nameTable(open.pop(), tables)
        break
      case 'heading_open':
        enter(headingOf(token, writing))
        break
      case 'footnote_reference_open':
        open.push(noteOf(String(token.meta.label), notes))
        break
      default:
        if (token.nesting === 1) enter(element(token.tag, propertiesOf(token)))
        else if (token.nesting === -1 && open.length > 1) open.pop()
    }
  }
  const end = footnoteSection(notes, footnotes, writing.prefix)
  return { type: 'root', children: end ? [...page.children, end] : page.children }
}

function formula(token: Token, writing: Writing): Element {
  const math = mathOf(token.content.trim(), true, writing.formulasUntil)
  return element('div', { className: ['math-block'], tabIndex: 0 }, [math])
}

function headingOf(token: Token, writing: Writing): Element {
  const heading = writing.headings.of.get(token)
  if (!heading) return element('p', {})
  // For the mouse alone: by keyboard and ear the contents lead here, and an empty link leaves the heading's words alone.
  const anchor = element('a', {
    className: ['heading-anchor'],
    href: `#${heading.id}`,
    ariaHidden: 'true',
    tabIndex: -1,
  })
  return element(`h${heading.depth}`, { id: heading.id }, heading.text === '' ? [] : [anchor])
}

function propertiesOf(token: Token): Properties {
  const className = token.attrGet('class') ?? ''
  switch (token.type) {
    case 'ordered_list_open': {
      const start = token.attrGet('start')
      return { ...(start === null ? {} : { start: Number(start) }), ...taskList(className) }
    }
    case 'bullet_list_open':
      return taskList(className)
    case 'list_item_open':
      return className === 'task-list-item' ? { className: ['task-item'] } : {}
    case 'details_open':
      return token.attrGet('open') === null ? {} : { open: true }
    case 'th_open':
      return { scope: 'col', ...alignment(token) }
    case 'td_open':
      return alignment(token)
    default:
      return {}
  }
}

const taskList = (className: string): Properties =>
  className === 'task-list-container' ? { className: ['task-list'] } : {}

function alignment(token: Token): Properties {
  const side = /text-align:\s*(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1]
  return side ? { className: [`align-${side}`] } : {}
}

/** By its head, so that several on a page can be told apart. */
function nameTable(scroll: Element | undefined, number: number): void {
  if (!scroll) return
  const [table] = scroll.children
  const [head] = table?.type === 'element' ? table.children : []
  const rows = head?.type === 'element' ? head.children : []
  const cells = rows.flatMap((row) => (row.type === 'element' ? row.children : []))
  const names = cells.map((cell) => shownText([cell]).trim()).filter(Boolean)
  scroll.properties.ariaLabel = names.length > 0 ? names.join(' · ').slice(0, 120) : String(number)
}

/** Stands outside the page until its end; what is written twice under one label is one note. */
function noteOf(label: string, notes: Map<string, ElementContent[]>): Element {
  const children = notes.get(label) ?? []
  notes.set(label, children)
  return { type: 'element', tagName: 'li', properties: {}, children }
}

/** Follows whether what comes stands under a heading or a line "参考：" that says it names sources. */
function sourceTracker() {
  let underHeading = false
  let underLine = false
  return {
    here: () => underHeading || underLine,
    see(token: Token, before: Token | undefined) {
      if (token.type !== 'inline' || before?.level !== 0) return
      if (before.type === 'heading_open') {
        underHeading = namesSource(token.content)
        underLine = false
      }
      if (before.type === 'paragraph_open')
        underLine = namesSource(token.content) && /[:：]\s*$/.test(token.content)
    },
  }
}
