import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { locales } from '#lib/i18n/locale'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { PersonName } from './input.ts'
import { mayKeepAccount } from './policy.ts'
import type { SignedIn } from './viewer.ts'

export const Profile = z.object({
  name: PersonName,
  locale: z.preprocess((value) => value || null, z.enum(locales).nullable()),
  theme: z.enum(['system', 'light', 'dark']),
  shortcuts: z.preprocess((value) => value === true || value === 'on', z.boolean()),
})
export type Profile = z.infer<typeof Profile>

/** Changes one's own name, language, theme and whether single keys act. Throws Refusal `forbidden`. */
export async function changeProfile(viewer: SignedIn, personId: string, profile: Profile): Promise<void> {
  if (!mayKeepAccount(viewer, personId)) throw new Refusal('forbidden', 'This is not your account.')
  await database().transaction(async (tx) => {
    const [before] = await tx
      .select({ name: person.name })
      .from(person)
      .where(eq(person.id, personId))
      .for('no key update')
    await tx.update(person).set(profile).where(eq(person.id, personId))
    // A name stands in any number of pages.
    if (before?.name !== profile.name) await dropPages(tx, ['everything'])
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'profile.change',
      objectKind: 'person',
      objectId: personId,
    })
  })
}
