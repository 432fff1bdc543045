import { useEffect, useRef, useState } from 'react'
import type { EditorProps } from './editor-props.ts'
import type { EditorLabels } from './labels.ts'
import type { Saved } from './markdown/save-touched.ts'
import type { RichText } from './use-rich-text.ts'

/** Milliseconds without a key after which a change is told. */
const pause = 150
/** Milliseconds after which it is told although the keys go on. */
const longest = 600

export type Session = {
  /** The Markdown while it is edited as such, else null. */
  source: string | null
  result: () => Pick<Saved, 'markdown' | 'method'>
  /** From the text as it looks to its Markdown, or back. */
  toggleSource: () => void
  writeSource: (markdown: string) => void
  /** Why the text is only shown as Markdown, else an empty text. */
  notice: (labels: EditorLabels) => string
}

/** One text in its two views: what it is now, and who is told when it changes. */
export function useSession(
  rich: RichText | null,
  markdown: string,
  tooComplex: boolean,
  onChange: EditorProps['onChange'],
): Session {
  const [source, setSource] = useState<string | null>(null)
  const [stuck, setStuck] = useState(false)
  const tell = useRef(onChange)
  tell.current = onChange
  const result = (): Pick<Saved, 'markdown' | 'method'> => {
    if (source !== null) return { markdown: source, method: 'mapped' }
    return rich ? rich.save() : { markdown, method: 'mapped' }
  }
  useEffect(() => {
    if (tooComplex) setSource(markdown)
    setStuck(tooComplex)
  }, [tooComplex, markdown])
  useEffect(() => {
    if (!rich) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const told = { last: rich.save().markdown }
    let waitingSince = 0
    const report = () => {
      waitingSince = 0
      const saved = rich.save()
      if (saved.markdown !== told.last) tell.current?.(saved.markdown, saved.method)
      told.last = saved.markdown
    }
    const onUpdate = () => {
      clearTimeout(timer)
      waitingSince ||= performance.now()
      timer = setTimeout(report, Math.min(pause, Math.max(0, longest - (performance.now() - waitingSince))))
    }
    rich.editor.on('update', onUpdate)
    return () => {
      clearTimeout(timer)
      rich.editor.off('update', onUpdate)
    }
  }, [rich])

  return {
    source,
    result,
    toggleSource: () => {
      if (source === null) return setSource(result().markdown)
      const isShown = rich?.load(source) ?? false
      setStuck(!isShown)
      if (!isShown) return
      setSource(null)
      requestAnimationFrame(() => rich?.editor.commands.focus())
    },
    writeSource: (written) => {
      setSource(written)
      tell.current?.(written, 'mapped')
    },
    notice: (labels) => (stuck ? labels.tooComplex : ''),
  }
}
