import type { Element, ElementContent } from 'hast'
import { element, text } from './build.ts'
import { labelOf, languageOf } from './languages.ts'

/** A block of code with its language as caption; prose that someone fenced becomes a block that wraps. */
export function codeFigure(code: string, info: string): Element {
  const content = element('code', {}, [text(code.replace(/\n$/, ''))])
  if (isProse(code)) return element('figure', { className: ['code', 'prose-block'] }, [block(content)])
  const label = labelOf(info)
  if (label === '') return element('figure', { className: ['code'] }, [block(content)])
  const name = (languageOf(label) ?? label).toLowerCase().replace(/[^a-z\d+#.-]/g, '-')
  const caption = element('figcaption', {}, [text(name)])
  return element('figure', { className: ['code'], dataLang: name }, [caption, block(content)])
}

// Long lines scroll, and what scrolls must be reachable by keyboard.
function block(content: ElementContent): Element {
  return element('pre', { tabIndex: 0 }, [content])
}

/** Two characters in five are Chinese: commented code has at most a third, fenced prose has more than half. */
function isProse(code: string): boolean {
  const written = code.replace(/\s/g, '').length
  const chinese = code.match(/[\p{sc=Han}\u3001-\u301f\uff00-\uff65]/gu)?.length ?? 0
  return written > 0 && chinese / written >= 0.4
}
