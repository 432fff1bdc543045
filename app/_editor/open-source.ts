import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { markdown as markdownLanguage } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { editsBetween, OutOfTime } from '#lib/text/edits'
import { applyToOriginal, withPlainLineEnds } from '#lib/text/line-ends'
import { covered } from './covered.ts'

type Options = { label: string; cursor: { current: number }; onChange: (markdown: string) => void }

/** Shows Markdown for editing in an element, and tells of each change; returns what closes it. Line ends stay as they were. */
export function openSource(
  parent: HTMLElement,
  source: string,
  { label, cursor, onChange }: Options,
): () => void {
  const plain = withPlainLineEnds(source)
  // Only within a shadow does CodeMirror adopt its style sheets, which the policy of the page allows, instead of writing them.
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' })
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: plain,
      selection: { anchor: Math.min(cursor.current, plain.length) },
      extensions: [
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        markdownLanguage(),
        syntaxHighlighting(signs),
        theme,
        EditorView.lineWrapping,
        EditorView.scrollMargins.of(() => covered),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          cursor.current = state.selection.main.head
          if (docChanged) onChange(withLineEndsOf(source, plain, state.doc.toString()))
        }),
      ],
    }),
  })
  view.focus()
  view.dispatch({ scrollIntoView: true })
  return () => view.destroy()
}

function withLineEndsOf(source: string, plain: string, written: string): string {
  if (source === plain) return written
  try {
    return applyToOriginal(source, editsBetween(plain, written, performance.now() + 300))
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return written
  }
}

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--color-text)', backgroundColor: 'var(--color-sunken)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: '0.9375rem', lineHeight: '1.7' },
  '.cm-content': { padding: '1rem 0', caretColor: 'var(--color-text)' },
  '.cm-line': { padding: '0 1rem' },
  '.cm-cursor': { borderLeftColor: 'var(--color-text)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--color-accent-soft) 50%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--color-accent) 30%, transparent)',
  },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--color-mark)' },
  '.cm-panels': { color: 'var(--color-text)', backgroundColor: 'var(--color-surface)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--color-border)' },
  '.cm-textfield, .cm-button': {
    color: 'inherit',
    backgroundColor: 'var(--color-surface)',
    backgroundImage: 'none',
    border: '1px solid var(--color-border-strong)',
    borderRadius: '4px',
  },
})

const signs = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--color-accent-strong)', fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--color-accent)' },
  { tag: tags.monospace, color: 'var(--color-ok)' },
  {
    tag: [tags.quote, tags.processingInstruction, tags.contentSeparator, tags.meta],
    color: 'var(--color-text-muted)',
  },
])
