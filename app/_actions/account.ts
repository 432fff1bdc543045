'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { changePassword as changePasswordVerb } from '#lib/auth/change-password'
import { changeProfile as changeProfileVerb, Profile } from '#lib/auth/change-profile'
import { endSessionsOf, endSession as endSessionVerb } from '#lib/auth/end-sessions'
import { NewPassword, Password } from '#lib/auth/input'
import { unlinkIdentity as unlinkIdentityVerb } from '#lib/auth/link-identity'
import { showPreferences } from '#lib/auth/open-session'
import { beginSecondFactor as beginVerb, confirmSecondFactor as confirmVerb } from '#lib/auth/second-factor'
import { turnOffSecondFactor as turnOffVerb } from '#lib/auth/turn-off-second-factor'
import { Refusal } from '#lib/refusal'
import { answersAction } from './answers-action.ts'
import { Departure } from './departure.ts'
import { drawSecret } from './draw-secret.ts'
import { personAction } from './form-action.ts'
import { startLinking } from './start-linking.ts'

const Nothing = z.object({})

export const signOutEverywhere = personAction(Nothing, async (person) => {
  await endSessionsOf(person, person.id)
  refresh()
})

export const endSession = personAction(z.object({ session: z.uuid() }), async (person, { session }) => {
  await endSessionVerb(person, session)
  refresh()
})

export const changeProfile = personAction(Profile, async (person, profile) => {
  await changeProfileVerb(person, person.id, profile)
  await showPreferences(person.id)
  throw new Departure('/account?notice=saved')
})

export const changePassword = personAction(
  z.object({ current: Password, next: NewPassword }),
  async (person, passwords) => {
    await changePasswordVerb(person, person.id, passwords)
  },
)

export const beginSecondFactor = personAction(
  z.object({ password: Password.default('') }),
  async (person, { password }) => drawSecret(await beginVerb(person, person.id, password)),
)

export const confirmSecondFactor = personAction(
  z.object({ code: z.string().max(20) }),
  async (person, { code }) => {
    // The codes are shown once, in place: a page that is not running could not show them at all.
    if (!(await answersAction())) throw new Refusal('invalid', 'This needs a page whose scripts run.')
    return { recoveryCodes: await confirmVerb(person, person.id, code) }
  },
)

export const turnOffSecondFactor = personAction(
  z.object({ password: Password }),
  async (person, { password }) => {
    await turnOffVerb(person, person.id, password)
    refresh()
  },
)

export const linkIdentity = personAction(
  z.object({ password: Password, provider: z.string().max(20) }),
  async (person, input) => {
    await startLinking(person, input.password)
    return { provider: input.provider }
  },
)

export const unlinkIdentity = personAction(
  z.object({ password: Password, issuer: z.string().max(200) }),
  async (person, input) => {
    await unlinkIdentityVerb(person, person.id, input.issuer, input.password)
    refresh()
  },
)
