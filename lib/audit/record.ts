import type { Transaction } from '#db/client'
import { audit } from '#db/schema/audit'

type Event = {
  actorId: string | null
  action: string
  objectKind: string
  objectId?: string
  detail?: Record<string, unknown>
}

/** Notes who did what, in the transaction that did it, and says under which number. `detail` must hold no secrets and no texts. */
export async function recordEvent(tx: Transaction, event: Event): Promise<{ id: number }> {
  const [row] = await tx.insert(audit).values(event).returning({ id: audit.id })
  return row!
}
