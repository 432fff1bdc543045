import { z } from 'zod'
import { database } from '#db/client'
import { mailHabit } from '#db/schema/notifications'
import type { SignedIn } from '#lib/auth/viewer'
import { mailHabits } from './notification.ts'

export const SetMailHabit = z.object({ habit: z.enum(mailHabits) })
export type SetMailHabit = z.infer<typeof SetMailHabit>

/** How the viewer wants to hear by mail; it is theirs alone. */
export async function setMailHabit(viewer: SignedIn, { habit }: SetMailHabit): Promise<void> {
  await database()
    .insert(mailHabit)
    .values({ personId: viewer.id, habit })
    .onConflictDoUpdate({ target: mailHabit.personId, set: { habit } })
}
