import type { Element, ElementContent } from 'hast'
import type { Token } from 'markdown-it'
import { element, shownText, text } from './build.ts'
import { footnoteReference } from './footnotes.ts'
import { imageOf } from './image.ts'
import { softBreak } from './line-break.ts'
import { entryLink, finishLink } from './link.ts'
import { namesSource } from './links.ts'
import { mathOf } from './math.ts'
import type { Place, Writing } from './writing.ts'

/** What stands within lines, as elements; links and pictures are noted in `writing.links`. */
export function inlineContent(inline: Token, writing: Writing, place: Place): ElementContent[] {
  const tokens = inline.children ?? []
  const lines = inline.content.split('\n')
  const bottom = element('p', {})
  const open: { node: Element; token: Token | null }[] = [{ node: bottom, token: null }]
  const top = () => open.at(-1) ?? { node: bottom, token: null }
  let line = 0
  let isSource = place.isSource || namesSource(lines[0] ?? '')
  const here = (): Place => ({ line: place.line + line, isSource })
  const insideLink = () => open.some(({ token }) => token?.type === 'link_open')

  tokens.forEach((token, at) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      top().node.children.push(
        token.type === 'hardbreak'
          ? element('br', {})
          : softBreak(lineBefore(tokens, at), lineAfter(tokens, at)),
      )
      if (token.markup !== '<br>') line++
      isSource ||= namesSource(lines[line] ?? '')
    } else if (token.type === 'label_open' || token.type === 'label_close') {
      return
    } else if (token.type === 'checkbox_input') {
      const label = element('label', { className: ['task'] }, [checkbox(token)])
      top().node.children.push(label)
      open.push({ node: label, token })
    } else if (token.nesting === 1) {
      open.push({ node: element(token.tag, {}), token })
    } else if (token.nesting === -1) {
      const closed = open.length > 1 ? open.pop() : undefined
      if (!closed) return
      const made =
        closed.token?.type === 'link_open'
          ? finishLink(closed.token, closed.node.children, writing, here())
          : [emphasised(closed.node)]
      top().node.children.push(...made)
    } else {
      top().node.children.push(...leaf(token, writing, here(), insideLink()))
    }
  })
  return bottom.children
}

function leaf(token: Token, writing: Writing, place: Place, insideLink: boolean): ElementContent[] {
  switch (token.type) {
    case 'code_inline':
      return [element('code', {}, [text(token.content)])]
    case 'math_inline':
      return [mathOf(token.content, token.markup === '$$', writing.formulasUntil)]
    case 'image':
      return [imageOf(token, writing, place, insideLink)]
    case 'wiki_link':
      return [entryLink(token, writing, place)]
    case 'footnote_ref':
      return [footnoteReference(token, writing.prefix, insideLink)]
    default:
      return token.content === '' ? [] : [text(token.content)]
  }
}

/** Slanted Chinese is a distortion, so the style needs to know it. */
function emphasised(node: Element): Element {
  if (node.tagName === 'em' && /\p{sc=Han}/u.test(shownText(node.children)))
    node.properties.className = ['cjk']
  return node
}

function checkbox(token: Token): Element {
  return element('input', { type: 'checkbox', disabled: true, checked: token.attrGet('checked') !== null })
}

const isBreak = (token: Token | undefined) => token?.type === 'softbreak' || token?.type === 'hardbreak'

function lineBefore(tokens: Token[], at: number): string {
  let found = ''
  for (let i = at - 1; i >= 0 && !isBreak(tokens[i]); i--) found = (tokens[i]?.content ?? '') + found
  return found
}

function lineAfter(tokens: Token[], at: number): string {
  let found = ''
  for (let i = at + 1; i < tokens.length && !isBreak(tokens[i]); i++) found += tokens[i]?.content ?? ''
  return found
}
