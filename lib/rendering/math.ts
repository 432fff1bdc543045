import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import katex from 'katex'
import { element, text } from './build.ts'

const longest = 10_000

/**
 * TeX as MathML, which needs no styles. A formula that KaTeX cannot read (or may not: links, HTML, files), and any after
 * the moment `until` on the clock of `performance.now()`, is shown as its source.
 */
export function mathOf(tex: string, display: boolean, until = Number.POSITIVE_INFINITY): ElementContent {
  try {
    if (performance.now() > until) throw new Error('There are too many formulas in this text.')
    if (tex.length > longest) throw new Error(`Longer than ${longest} characters.`)
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 200,
      globalGroup: false,
    })
    const [wrapper] = fromHtml(html, { fragment: true }).children
    const [math] = wrapper?.type === 'element' ? wrapper.children : []
    if (math?.type !== 'element' || math.tagName !== 'math') throw new Error('No formula came out.')
    return math
  } catch (error) {
    return element('code', { className: ['math-error'], title: reasonOf(error) }, [text(tex)])
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'KaTeX'
}
