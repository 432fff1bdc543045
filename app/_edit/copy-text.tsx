import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { EditWords } from './edit-words.ts'

/** Copies somebody's text; where the browser forbids that, shows it to be copied by hand. */
export function CopyText({ text, words }: { text: string | (() => string); words: EditWords }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  const read = () => (typeof text === 'string' ? text : text())
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(read())
      setState('copied')
    } catch {
      setState('by-hand')
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        <Copy size={15} aria-hidden />
        {state === 'copied' ? words.copied : words.copyMine}
      </button>
      <output className="sr-only">{state === 'copied' ? words.copied : ''}</output>
      {state === 'by-hand' && (
        <textarea className="copy-by-hand" readOnly rows={6} value={read()} aria-label={words.copyMine} />
      )}
    </>
  )
}
