import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
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
  /** Where in it the cursor stands, without the other line ends. */
  cursor: RefObject<number>
  result: () => Pick<Saved, 'markdown' | 'method'>
  /** From the text as it looks to its Markdown, or back. */
  toggleSource: () => void
  writeSource: (markdown: string) => void
  /** Why the text is only shown as Markdown, else an empty text. */
  notice: (labels: EditorLabels) => string
  /** What saving does beyond writing what was touched; as a rule nothing, an empty text. */
  aside: (labels: EditorLabels) => string
}

/** One text in its two views: what it is now, and who is told when it changes. */
export function useSession(
  rich: RichText | null,
  markdown: string,
  tooComplex: boolean,
  onChange: EditorProps['onChange'],
): Session {
  const [source, show] = useState<string | null>(null)
  // A key to save may come before the last letter was rendered.
  const written = useRef<string | null>(null)
  const setSource = (text: string | null) => {
    written.current = text
    show(text)
  }
  const [stuck, setStuck] = useState(false)
  const [more, setMore] = useState<'savedWhole' | 'savedOtherwise' | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  const result = (): Pick<Saved, 'markdown' | 'method'> => {
    if (written.current !== null) return { markdown: written.current, method: 'mapped' }
    return rich ? rich.save() : { markdown, method: 'mapped' }
  }
  const cursor = useRef(0)
  const wasSource = useRef(false)
  useLayoutEffect(() => {
    // The keyboard goes with the text, before the next key comes.
    if (source === null && wasSource.current) rich?.goTo(cursor.current)
    wasSource.current = source !== null
  }, [source, rich])
  useEffect(() => {
    if (tooComplex) {
      written.current = markdown
      show(markdown)
    }
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
      setMore(moreThanTouched(saved))
    }
    const onUpdate = () => {
      clearTimeout(timer)
      waitingSince ||= performance.now()
      timer = setTimeout(report, Math.min(pause, Math.max(0, longest - (performance.now() - waitingSince))))
    }
    // The page may be closed before the pause is over.
    const onHide = () => {
      if (waitingSince === 0) return
      clearTimeout(timer)
      report()
    }
    rich.editor.on('update', onUpdate)
    addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer)
      rich.editor.off('update', onUpdate)
      removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [rich])

  return {
    source,
    cursor,
    result,
    toggleSource: () => {
      if (written.current === null) {
        cursor.current = rich?.offset() ?? 0
        return setSource(result().markdown)
      }
      const isShown = rich?.load(written.current) ?? false
      setStuck(!isShown)
      if (!isShown) return
      setSource(null)
    },
    writeSource: (text) => {
      setSource(text)
      tell.current?.(text, 'mapped')
    },
    notice: (labels) => (stuck ? labels.tooComplex : ''),
    aside: (labels) => (more && source === null ? labels[more] : ''),
  }
}

function moreThanTouched({ method, exact }: Saved) {
  if (!exact) return 'savedOtherwise'
  return method === 'whole' ? 'savedWhole' : null
}
