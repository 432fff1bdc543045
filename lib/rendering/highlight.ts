import type { Element, ElementContent, Root } from 'hast'
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { element, shownText, text } from './build.ts'
import { classOf, codeTheme } from './code-theme.ts'
import { grammars, type Language, labelOf, languageOf } from './languages.ts'

const longestBlock = 2000
const longestLine = 2000
const linesAtOnce = 100
const msPerLine = 500

/**
 * Gives the code of every `figure[data-lang]` classes by role, in place. Blocks of more than 2,000 lines or characters a
 * line stay plain, and so does what is left when `budget` milliseconds are spent.
 */
export async function highlightCode(tree: Root, budget: number): Promise<void> {
  let left = budget
  for (const figure of figuresIn(tree)) {
    const language = languageOf(String(figure.properties.dataLang ?? ''))
    const code = figure.children
      .flatMap((child) => (child.type === 'element' ? child.children : []))
      .find(isCode)
    if (!language || !code || left <= 0) continue
    const lines = shownText(code.children).split('\n')
    if (lines.length > longestBlock || lines.some((line) => line.length > longestLine)) continue
    const highlighter = await ready(language)
    const start = performance.now()
    code.children = tokenized(highlighter, language, lines, start + left) ?? code.children
    left -= performance.now() - start
  }
}

/** Loads what a text will need, so that a cold start is not counted against the text. */
export async function readyLanguagesOf(markdown: string): Promise<void> {
  const labels = [...markdown.matchAll(/(?:`{3}|~{3})[ \t]*([^\s`~]{1,20})/g)].map(([, info = '']) =>
    labelOf(info),
  )
  const languages = new Set(labels.map(languageOf))
  for (const language of languages) if (language) await ready(language)
}

function figuresIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'figure' ? [child] : figuresIn(child)
  })
}

const isCode = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'code'

let starting: Promise<HighlighterCore> | undefined
const loaded = new Map<Language, Promise<void>>()

async function ready(language: Language): Promise<HighlighterCore> {
  starting ??= createHighlighterCore({
    themes: [codeTheme],
    langs: [],
    // Oniguruma gives up on a pattern that backtracks without end; a regular expression of JavaScript does not.
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
  const highlighter = await starting
  const loading = loaded.get(language) ?? load(highlighter, language)
  loaded.set(language, loading)
  await loading
  return highlighter
}

/** Patterns are compiled at first use, which can take longer than a line of someone's code may. */
async function load(highlighter: HighlighterCore, lang: Language): Promise<void> {
  await highlighter.loadLanguage(grammars[lang]())
  const sample = 'def f(a): return "b" # c\n{ if (1 == a) { x.y(\'b\') } } // c\n'
  highlighter.codeToTokensBase(sample, { lang, theme: 'roles', tokenizeTimeLimit: 0 })
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
    for (const [at, line] of last.entries()) children.push(...(at > 0 ? [text('\n')] : []), ...pieces(line))
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
