'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { changePassword as changePasswordVerb } from '#lib/auth/change-password'
import { changeProfile as changeProfileVerb, Profile } from '#lib/auth/change-profile'
import { endSessionsOf, endSession as endSessionVerb } from '#lib/auth/end-sessions'
import { NewPassword, Password } from '#lib/auth/input'
import { unlinkIdentity as unlinkIdentityVerb } from '#lib/auth/link-identity'
import { closeSession } from '#lib/auth/open-session'
import { beginSecondFactor as beginVerb, confirmSecondFactor as confirmVerb } from '#lib/auth/second-factor'
import { requireViewer } from '#lib/auth/session'
import { turnOffSecondFactor as turnOffVerb } from '#lib/auth/turn-off-second-factor'
import { drawSecret } from './draw-secret.ts'
import { formAction } from './form-action.ts'
import { startLinking } from './start-linking.ts'

const Nothing = z.object({})

export const signOut = formAction(Nothing, async (viewer) => {
  if (viewer.sessionId) await endSessionVerb(viewer, viewer.sessionId)
  await closeSession()
  redirect('/')
})

export const signOutEverywhere = formAction(Nothing, async (viewer) => {
  const person = requireViewer(viewer)
  await endSessionsOf(person, person.id)
  refresh()
})

export const endSession = formAction(z.object({ session: z.uuid() }), async (viewer, { session }) => {
  await endSessionVerb(viewer, session)
  refresh()
})

export const changeProfile = formAction(Profile, async (viewer, profile) => {
  const person = requireViewer(viewer)
  await changeProfileVerb(person, person.id, profile)
  refresh()
})

export const changePassword = formAction(
  z.object({ current: Password, next: NewPassword }),
  async (viewer, passwords) => {
    const person = requireViewer(viewer)
    await changePasswordVerb(person, person.id, passwords)
  },
)

export const beginSecondFactor = formAction(Nothing, async (viewer) => {
  const person = requireViewer(viewer)
  return drawSecret(await beginVerb(person, person.id))
})

export const confirmSecondFactor = formAction(
  z.object({ code: z.string().max(20) }),
  async (viewer, { code }) => {
    const person = requireViewer(viewer)
    return { recoveryCodes: await confirmVerb(person, person.id, code) }
  },
)

export const turnOffSecondFactor = formAction(
  z.object({ password: Password }),
  async (viewer, { password }) => {
    const person = requireViewer(viewer)
    await turnOffVerb(person, person.id, password)
    refresh()
  },
)

export const linkIdentity = formAction(
  z.object({ password: Password, provider: z.string().max(20) }),
  async (viewer, input) => {
    await startLinking(requireViewer(viewer), input.password)
    return { provider: input.provider }
  },
)

export const unlinkIdentity = formAction(
  z.object({ password: Password, issuer: z.string().max(200) }),
  async (viewer, input) => {
    const person = requireViewer(viewer)
    await unlinkIdentityVerb(person, person.id, input.issuer, input.password)
    refresh()
  },
)
