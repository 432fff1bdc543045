import { useEffect, useState } from 'react'
import type { NearDuplicate } from '#lib/search/near-duplicates'

/** Milliseconds of rest before a title is looked up. */
const rest = 250
// One letter is near to everything.
const shortest = 2

/** What is asked already that comes near to a title, while it is typed; nothing new while an input method composes. */
export function useNearDuplicates(title: string, isComposing: boolean): NearDuplicate[] {
  const [near, setNear] = useState<NearDuplicate[]>([])
  useEffect(() => {
    if (isComposing) return
    if ([...title.trim()].length < shortest) return setNear([])
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const found = await find(title, asking.signal)
      if (found && !asking.signal.aborted) setNear(found)
    }, rest)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [title, isComposing])
  return near
}

async function find(title: string, signal: AbortSignal): Promise<NearDuplicate[] | null> {
  try {
    const answer = await fetch(`/api/near-duplicates?${new URLSearchParams({ title })}`, { signal })
    return answer.ok ? (await answer.json()).near : null
  } catch {
    // Overtaken by the next letter, or without a network: it is looked up once more when it is sent.
    return null
  }
}
