import { countWords } from '#lib/text/count-words'
import type { EditorLabels } from './labels.ts'
import { type RichText, useEditorState } from './use-rich-text.ts'

type Props = { rich: RichText; labels: EditorLabels; source: string | null; notice: string; aside: string }

/** How long the text is, what went wrong, and else what saving will do to it. */
export function Status({ rich, labels, source, notice, aside }: Props) {
  useEditorState(rich.editor)
  const { doc } = rich.editor.state
  const text = source ?? doc.textBetween(0, doc.content.size, '\n', ' ')
  return (
    <div className="editor-status">
      <output className="editor-notice">{notice}</output>
      <output className="editor-aside">{notice ? '' : aside}</output>
      <span>
        {countWords(text)} {labels.words}
      </span>
    </div>
  )
}
