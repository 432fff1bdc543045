import { stylesOf } from './styles-of.ts'
import { wordListsIn } from './word-lists.ts'

/**
 * HTML of other programs in the elements that a text knows: what they say by styles, lists that are none, cells that hold blocks.
 * `inCell`: what is no table becomes the lines of one cell, or it would go into those that follow.
 */
export function plainHtml(html: string, inCell: boolean): string {
  if (html.includes('data-pm-slice') && !inCell) return html
  // The policy of the page lets nobody read styles, and complains of each.
  const readable = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
  const { body } = new DOMParser().parseFromString(readable, 'text/html')
  wordListsIn(body)
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) sayStyles(element)
  for (const row of body.querySelectorAll('tr')) spread(row)
  for (const cell of body.querySelectorAll('td, th')) flatten(cell)
  for (const code of body.querySelectorAll('pre')) endWithoutLine(code)
  if (inCell && !body.querySelector('table')) flatten(body)
  return body.innerHTML
}

const styles: [tag: string, property: string, value: RegExp][] = [
  ['strong', 'font-weight', /^(?:bold|bolder|[6-9]00)\b/],
  ['em', 'font-style', /^(?:italic|oblique)\b/],
  ['s', 'text-decoration', /line-through/],
  ['s', 'text-decoration-line', /line-through/],
  ['sup', 'vertical-align', /^super\b/],
  ['sub', 'vertical-align', /^sub\b/],
]

/** Bold and the like as elements; Google wraps all that it copies into a `<b>` which is not bold. */
function sayStyles(element: HTMLElement): void {
  const style = stylesOf(element)
  element.removeAttribute('data-style')
  const isLight = /^(?:normal|[1-4]00)\b/.test(style.get('font-weight') ?? '')
  if (element.matches('b, strong') && isLight) element.replaceWith(...element.childNodes)
  if (!element.matches('span, font, a') || element.textContent.trim() === '') return
  for (const [tag, property, value] of styles) {
    const isHeading = tag === 'strong' && element.closest('h1, h2, h3, h4, h5, h6, th')
    if (isHeading || !value.test(style.get(property) ?? '')) continue
    const within = document.createElement(tag)
    within.append(...element.childNodes)
    element.append(within)
  }
}

/** Every row has its own cell in every column: where cells were joined, the first of them has it all. */
function spread(row: HTMLTableRowElement): void {
  for (const cell of [...row.cells]) {
    const [width, height] = [Math.min(cell.colSpan, 50), Math.min(cell.rowSpan, 200)]
    const at = cell.cellIndex
    for (const name of ['colspan', 'rowspan']) cell.removeAttribute(name)
    let below = row.nextElementSibling
    for (let left = height - 1; left > 0 && below instanceof HTMLTableRowElement; left--) {
      for (let column = 0; column < width; column++)
        below.insertBefore(document.createElement('td'), below.cells[at] ?? null)
      below = below.nextElementSibling
    }
    for (let column = 1; column < width; column++) cell.after(document.createElement('td'))
  }
}

const blocks = 'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, pre, blockquote'

/** A cell holds lines, not blocks. */
function flatten(cell: Element): void {
  for (const block of [...cell.querySelectorAll(blocks)].reverse()) {
    const isFirst = !block.previousSibling || block.previousSibling.textContent?.trim() === ''
    const isEmpty = block.textContent.trim() === ''
    if (!isFirst && !isEmpty) block.before(document.createElement('br'))
    block.replaceWith(...block.childNodes)
  }
}

function endWithoutLine(code: Element): void {
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
  let last = texts.nextNode()
  for (let next = last; next; next = texts.nextNode()) last = next
  if (last?.nodeValue) last.nodeValue = last.nodeValue.replace(/\r?\n$/, '')
}
