import { useEffect, useState } from 'react'

type Activity = { headId: string; number: number; writing: string[] }

/** Milliseconds between two looks, while the page is shown. */
const pause = 5_000

/** Who else writes on a text, and whether it has moved on. */
export function useActivity(kind: string, id: string): Activity | null {
  const [activity, setActivity] = useState<Activity | null>(null)
  useEffect(() => {
    let isOpen = true
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const found = await read(`/api/texts/${kind}/${id}/activity`)
      if (isOpen && found) setActivity(found)
    }
    void look()
    const timer = setInterval(look, pause)
    return () => {
      isOpen = false
      clearInterval(timer)
    }
  }, [kind, id])
  return activity
}

async function read(url: string): Promise<Activity | null> {
  try {
    const answer = await fetch(url, { cache: 'no-store' })
    return answer.ok ? await answer.json() : null
  } catch {
    // Asked again soon; the state of the draft says that there is no network.
    return null
  }
}
