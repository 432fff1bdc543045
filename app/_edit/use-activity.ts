import { useEffect, useState } from 'react'
import { follow } from '../_reader/follow.ts'

/** The head is that of a text that is there already. */
type Activity = { writing: string[]; headId?: string; number?: number }

/** Who else writes on a text, and whether it has moved on, as soon as either happens. */
export function useActivity(kind: string, id: string): Activity | null {
  const [activity, setActivity] = useState<Activity | null>(null)
  useEffect(
    () => follow(`/api/texts/${kind}/${id}/live`, (state) => setActivity(state as Activity)), // our own server's
    [kind, id],
  )
  return activity
}
