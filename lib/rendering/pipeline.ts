import { toHtml } from 'hast-util-to-html'
import { substanceOf } from '#lib/text/substance'
import { asWritten } from './as-written.ts'
import { guardTokens, limits, TooComplex } from './guards.ts'
import { outlineHeadings } from './headings.ts'
import { highlightCode } from './highlight.ts'
import { showInvisible } from './invisible.ts'
import { parser } from './parser.ts'
import { type Rendered, type RenderOptions, rendererVersion, type TrustedHtml } from './rendered.ts'
import { sanitized } from './schema.ts'
import { treeOf } from './tree.ts'
import type { Writing } from './writing.ts'

const formulasMs = 500
const highlightingMs = 700
/** Enough of a text to tell how much it says; what judges it takes the square of the length on hostile input. */
const judgedLength = 16_000

/**
 * Markdown to HTML, in this thread: parse, guard, tree, sanitise, highlight, string. Never throws: a text beyond the
 * limits comes back as it was written. It has no time limit of its own; `render.ts` runs it in a worker that has.
 */
export async function renderHere(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
  const whole = markdown.toWellFormed()
  const substance = substanceOf(whole.slice(0, judgedLength))
  try {
    return { ...(await rendered(whole, options)), substance, rendererVersion }
  } catch (error) {
    if (error instanceof TooComplex || error instanceof RangeError)
      return asWritten(whole, 'too-complex', substance)
    console.error('A text could not be rendered:', error)
    return asWritten(whole, 'failed', substance)
  }
}

async function rendered(markdown: string, { images = {}, idPrefix = '' }: RenderOptions) {
  const env: { footnotes?: object } = {}
  const tokens = parser.parse(markdown, env)
  guardTokens(tokens)
  const prefix = idPrefix.replace(/[^a-zA-Z\d-]+|-+$/g, '').replace(/.$/, '$&-')
  const headings = outlineHeadings(tokens, prefix)
  const writing: Writing = {
    prefix,
    images,
    headings,
    links: [],
    formulasUntil: performance.now() + formulasMs,
  }
  const tree = sanitized(treeOf(tokens, env.footnotes ?? {}, writing))
  await highlightCode(tree, highlightingMs)
  showInvisible(tree)
  const html = toHtml(tree)
  if (Buffer.byteLength(html) > limits.htmlBytes)
    throw new TooComplex(`More than ${limits.htmlBytes} bytes of HTML.`)
  // Everything in it has passed the sanitiser; what came after only split text into marked pieces.
  return { html: html as TrustedHtml, toc: headings.toc, links: writing.links }
}
