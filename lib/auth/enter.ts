import type { Transaction } from '#db/client'
import { session } from '#db/schema/auth'

/** Where a sign-in comes from, as far as it is known: user agent and network address, cut to what is kept. */
export type Origin = { device: string; address: string }
export type Entered = { personId: string; sessionId: string }

/** Opens a session for a person; its id is all that the cookie's token holds. */
export async function enter(
  tx: Transaction,
  personId: string,
  { device, address }: Origin,
): Promise<Entered> {
  const [row] = await tx
    .insert(session)
    .values({ personId, device: device.slice(0, 300), address: address.slice(0, 64) })
    .returning({ id: session.id })
  return { personId, sessionId: row!.id }
}
