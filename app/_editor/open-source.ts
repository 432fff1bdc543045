import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { markdown as markdownLanguage } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { editsBetween, OutOfTime } from '#lib/text/edits'
import { applyToOriginal, withPlainLineEnds } from '#lib/text/line-ends'

/** Shows Markdown for editing in an element, and tells of each change; returns what closes it. Line ends stay as they were. */
export function openSource(
  parent: HTMLElement,
  source: string,
  label: string,
  onChange: (markdown: string) => void,
): () => void {
  const plain = withPlainLineEnds(source)
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: plain,
      extensions: [
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        markdownLanguage(),
        syntaxHighlighting(look),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(withLineEndsOf(source, plain, state.doc.toString()))
        }),
      ],
    }),
  })
  view.focus()
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

const look = HighlightStyle.define([
  { tag: tags.heading, class: 'source-heading' },
  { tag: tags.strong, class: 'source-strong' },
  { tag: tags.emphasis, class: 'source-emphasis' },
  { tag: [tags.link, tags.url], class: 'source-link' },
  { tag: [tags.monospace, tags.literal], class: 'source-code' },
  { tag: tags.quote, class: 'source-quote' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], class: 'source-sign' },
])
