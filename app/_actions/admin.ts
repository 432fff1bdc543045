'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import {
  changeRole as changeRoleVerb,
  readmit as readmitVerb,
  suspend as suspendVerb,
} from '#lib/auth/change-role'
import { endSessionsOf } from '#lib/auth/end-sessions'
import { invite as inviteVerb, NewInvitation, revokeInvitation as revokeVerb } from '#lib/auth/invite'
import { makeResetLink as makeResetLinkVerb } from '#lib/auth/reset-password'
import { changeSettings as changeSettingsVerb, Settings } from '#lib/auth/settings'
import { formAction } from './form-action.ts'

const Person = z.object({ person: z.uuid() })
const checkbox = z.preprocess((value) => value === 'on', z.boolean())

export const changeRole = formAction(
  Person.extend({ role: z.enum(['member', 'editor', 'admin']) }),
  async (viewer, { person, role }) => {
    await changeRoleVerb(viewer, person, role)
    refresh()
  },
)

export const suspend = formAction(Person, async (viewer, { person }) => {
  await suspendVerb(viewer, person)
  refresh()
})

export const readmit = formAction(Person, async (viewer, { person }) => {
  await readmitVerb(viewer, person)
  refresh()
})

export const endSessions = formAction(Person, async (viewer, { person }) => {
  await endSessionsOf(viewer, person)
  refresh()
})

export const makeResetLink = formAction(Person, async (viewer, { person }) => {
  return { path: `/reset/${await makeResetLinkVerb(viewer, person)}` }
})

export const invite = formAction(NewInvitation, async (viewer, invitation) => {
  const path = `/join/${await inviteVerb(viewer, invitation)}`
  refresh()
  return { path }
})

export const revokeInvitation = formAction(
  z.object({ invitation: z.uuid() }),
  async (viewer, { invitation }) => {
    await revokeVerb(viewer, invitation)
    refresh()
  },
)

export const changeSettings = formAction(
  Settings.extend({ openRegistration: checkbox, editorsNeedSecondFactor: checkbox }),
  async (viewer, settings) => {
    await changeSettingsVerb(viewer, settings)
    refresh()
  },
)
