import { useEffect, useRef } from 'react'
import type { Version } from './version.ts'

/** `from`: what the text was before this change. */
type Told =
  | { kind: 'text'; version: Version; from: Version }
  | { kind: 'saved'; version: Version }
  | { kind: 'opened' }
type Hear = {
  onText: (version: Version, from: Version) => void
  onSaved: (version: Version) => void
  onOpened: () => void
}

/** Tells the same person's other tabs on the same text what is written here, and hears from them. */
export function useOtherTabs(name: string, hear: Hear): (told: Told) => void {
  const channel = useRef<BroadcastChannel>(null)
  const heard = useRef(hear)
  heard.current = hear
  useEffect(() => {
    const open = new BroadcastChannel(`edit ${name}`)
    channel.current = open
    open.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'text') heard.current.onText(data.version, data.from)
      else if (data.kind === 'saved') heard.current.onSaved(data.version)
      else heard.current.onOpened()
    }
    open.postMessage({ kind: 'opened' } satisfies Told)
    return () => open.close()
  }, [name])
  return (told) => channel.current?.postMessage(told)
}
