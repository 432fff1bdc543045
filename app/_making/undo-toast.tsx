import { useEffect, useState } from 'react'
import type { Change } from './use-naming.ts'

/** Milliseconds. */
const shownFor = 10_000

type Props = { change: Change | null; label: string; onUndone: () => void }

/** Says what was done, with a button that takes it back; stays while its button has the pointer or the focus. */
export function UndoToast({ change, label, onUndone }: Props) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!change || isHeld) return
    const timer = setTimeout(onUndone, shownFor)
    return () => clearTimeout(timer)
  }, [change, isHeld, onUndone])
  return (
    <div className="undo-toast" role="status">
      {change && (
        <div className="notice">
          {change.message}
          <button
            type="button"
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            onClick={async () => {
              await change.undo()
              setHeld(false)
              onUndone()
            }}
          >
            {label}
          </button>
        </div>
      )}
    </div>
  )
}
