import { useEffect, useRef } from 'react'
import type { Version } from './version.ts'

type Told = { kind: 'text'; version: Version } | { kind: 'saved' } | { kind: 'opened' }
type Hear = { onText: (version: Version) => void; onSaved: () => void; onOpened: () => void }

/** Tells the same person's other tabs on the same text what is written here, and hears from them. */
export function useOtherTabs(name: string, hear: Hear): (told: Told) => void {
  const channel = useRef<BroadcastChannel>(null)
  const heard = useRef(hear)
  heard.current = hear
  useEffect(() => {
    const open = new BroadcastChannel(`edit ${name}`)
    channel.current = open
    open.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'text') heard.current.onText(data.version)
      else if (data.kind === 'saved') heard.current.onSaved()
      else heard.current.onOpened()
    }
    open.postMessage({ kind: 'opened' } satisfies Told)
    return () => open.close()
  }, [name])
  return (told) => channel.current?.postMessage(told)
}
