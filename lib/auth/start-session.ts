import type { Transaction } from '#db/client'
import { session } from '#db/schema/auth'

/** Where a sign-in comes from, as far as it is known: user agent and network address, cut to what is kept. */
export type Origin = { device: string; address: string }

/** Opens a session; its id is all that the cookie's token holds. */
export async function startSession(
  tx: Transaction,
  personId: string,
  { device, address }: Origin,
): Promise<string> {
  const [row] = await tx
    .insert(session)
    .values({ personId, device: device.slice(0, 300), address: address.slice(0, 64) })
    .returning({ id: session.id })
  return row!.id
}
