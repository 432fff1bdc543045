import { type RefObject, useEffect, useRef } from 'react'
import type { EditorLabels } from './labels.ts'

type Props = {
  markdown: string
  /** Where it stands at first, and then wherever it goes. */
  cursor: RefObject<number>
  labels: EditorLabels
  onChange: (markdown: string) => void
}

/** The Markdown itself, in CodeMirror, which is only fetched when it is wanted. */
export function SourceView({ markdown, cursor, labels, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const first = useRef({ markdown, label: labels.source })
  const changed = useRef(onChange)
  changed.current = onChange

  useEffect(() => {
    let close = () => {}
    let isWanted = true
    void import('./open-source.ts').then(({ openSource }) => {
      if (!isWanted || !place.current) return
      const { markdown: text, label } = first.current
      close = openSource(place.current, text, {
        label,
        cursor,
        onChange: (written) => changed.current(written),
      })
    })
    return () => {
      isWanted = false
      close()
    }
  }, [cursor])
  return <div className="editor-source" ref={place} />
}
