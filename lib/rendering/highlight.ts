import type { Element, ElementContent, Root } from 'hast'
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { element, shownText, text } from './build.ts'
import { classOf, codeTheme } from './code-theme.ts'
import { grammars, type Language, languageOf } from './languages.ts'

const longestBlock = 2000
const longestLine = 2000
const linesAtOnce = 100
const msPerLine = 50

// Oniguruma gives up on a pattern that backtracks without end; a regular expression of JavaScript does not.
let starting: Promise<HighlighterCore> | undefined
const loaded = new Map<Language, Promise<void>>()

/**
 * Gives the code of every `figure[data-lang]` classes by role, in place. Blocks of more than 2,000 lines or characters a
 * line stay plain, and so does what is left at the moment `until` on the clock of `performance.now()`.
 */
export async function highlightCode(tree: Root, until: number): Promise<void> {
  for (const figure of figuresIn(tree)) {
    const language = languageOf(String(figure.properties.dataLang ?? ''))
    const code = figure.children
      .flatMap((child) => (child.type === 'element' ? child.children : []))
      .find(isCode)
    if (!language || !code || performance.now() > until) continue
    const source = shownText(code.children)
    const lines = source.split('\n')
    if (lines.length > longestBlock || lines.some((line) => line.length > longestLine)) continue
    code.children = tokenized(await ready(language), language, lines, until) ?? code.children
  }
}

function figuresIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'figure' ? [child] : figuresIn(child)
  })
}

const isCode = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'code'

async function ready(language: Language): Promise<HighlighterCore> {
  starting ??= createHighlighterCore({
    themes: [codeTheme],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
  const highlighter = await starting
  const loading = loaded.get(language) ?? highlighter.loadLanguage(grammars[language]())
  loaded.set(language, loading)
  await loading
  return highlighter
}

function tokenized(
  highlighter: HighlighterCore,
  lang: Language,
  lines: string[],
  until: number,
): ElementContent[] | null {
  const children: ElementContent[] = []
  let last: ThemedToken[][] | undefined
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    if (performance.now() > until) return null
    const grammarState = last && highlighter.getLastGrammarState(last)
    const source = lines.slice(from, from + linesAtOnce).join('\n')
    last = highlighter.codeToTokensBase(source, {
      lang,
      theme: 'roles',
      tokenizeTimeLimit: msPerLine,
      ...(grammarState ? { grammarState } : {}),
    })
    if (from > 0) children.push(text('\n'))
    children.push(...last.flatMap((line, at) => (at > 0 ? [text('\n'), ...pieces(line)] : pieces(line))))
  }
  return children
}

/** Neighbours of one role become one element. */
function pieces(line: ThemedToken[]): ElementContent[] {
  const found: { role: string | null; content: string }[] = []
  for (const token of line) {
    const role = classOf(token.color)
    const before = found.at(-1)
    if (before && (before.role === role || token.content.trim() === '')) before.content += token.content
    else found.push({ role, content: token.content })
  }
  return found.map(({ role, content }) =>
    role === null ? text(content) : element('span', { className: [role] }, [text(content)]),
  )
}
