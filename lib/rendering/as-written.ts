import {
  type Fallback,
  type Rendered,
  rendererVersion,
  type Substance,
  type TrustedHtml,
} from './rendered.ts'

const notices: Record<Fallback, string> = {
  timeout: '这段文字排版超时，以下按原文显示。 Rendering took too long; shown as written.',
  'too-complex': '这段文字结构过于复杂，以下按原文显示。 Too complex to render; shown as written.',
  failed: '这段文字无法排版，以下按原文显示。 It could not be rendered; shown as written.',
}

/** A text that cannot be rendered, escaped, under a sentence that says so. */
export function asWritten(markdown: string, fallback: Fallback, substance: Substance = 'full'): Rendered {
  const notice = `<p class="render-notice" data-reason="${fallback}">${notices[fallback]}</p>`
  // Everything that could be markup is escaped here.
  const html = `${notice}<pre class="as-written" tabindex="0">\n${escaped(markdown)}</pre>` as TrustedHtml
  return { html, toc: [], links: [], substance, rendererVersion, fallback }
}

const meaning: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const special = /[&<>"'\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function escaped(markdown: string): string {
  return markdown.replaceAll('\0', '\ufffd').replace(special, (character) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return meaning[character] ?? `<span class="invisible" data-character="${name}" title="${name}"></span>`
  })
}
