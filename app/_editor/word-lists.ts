import { stylesOf } from './styles-of.ts'

/** Makes lists of the paragraphs by which Word shows lists: their level is a style, their sign stands among comments for old readers. */
export function wordListsIn(body: HTMLElement): void {
  const open: HTMLElement[] = []
  let last: Element | null = null
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('[data-style*="mso-list"]')]) {
    const level = Number(/level(\d+)/.exec(stylesOf(paragraph).get('mso-list') ?? '')?.[1] ?? 0)
    if (level === 0) continue
    // What stands between two paragraphs ends a list.
    if (last !== paragraph.previousElementSibling || open.length === 0) open.length = 0
    const tag = /^[\da-z一二三四五六七八九十]+[.)、）]/i.test(takeSign(paragraph)) ? 'ol' : 'ul'
    open.length = Math.min(open.length, level)
    const outer = open.at(-1)
    if (open.length < level) {
      const list = document.createElement(tag)
      if (outer) (outer.lastElementChild ?? outer).append(list)
      else paragraph.before(list)
      open.push(list)
    }
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    open.at(-1)?.append(item)
    paragraph.remove()
    last = open[0] ?? null
  }
}

function takeSign(paragraph: HTMLElement): string {
  const ignored = paragraph.querySelector<HTMLElement>('[data-style*="mso-list:Ignore" i]')
  if (ignored) {
    ignored.remove()
    return ignored.textContent.trim()
  }
  const comment = (text: string) =>
    [...paragraph.childNodes].find((node) => node instanceof Comment && node.data.includes(text))
  const [start, end] = [comment('supportLists'), comment('endif')]
  let sign = ''
  for (let node = start?.nextSibling; node && node !== end; node = start?.nextSibling) {
    sign += node.textContent ?? ''
    node.remove()
  }
  return sign.trim()
}
