import type { Transaction } from '#db/client'
import { notification, type notificationKinds } from '#db/schema/notifications'

type Happening = {
  to: string[]
  kind: (typeof notificationKinds)[number]
  actorId: string
  entryId?: string
  answerId?: string
  correctionId?: string
  reportId?: string
  commentId?: string
  detail?: Record<string, string>
}

/** Tells people what happened to what they wrote or watch, in the transaction that did it. Nobody is told of their own doing. */
export async function notify(tx: Transaction, { to, ...happening }: Happening): Promise<void> {
  const people = [...new Set(to)].filter((id) => id !== happening.actorId)
  if (people.length === 0) return
  await tx.insert(notification).values(people.map((personId) => ({ personId, ...happening })))
}
