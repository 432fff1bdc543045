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
import { askForRebuild } from '#lib/search/sync/ask-for-rebuild'
import { personAction } from './form-action.ts'

const Person = z.object({ person: z.uuid() })
const checkbox = z.preprocess((value) => value === 'on', z.boolean())

export const changeRole = personAction(
  Person.extend({ role: z.enum(['member', 'editor', 'admin']) }),
  async (viewer, { person, role }) => {
    await changeRoleVerb(viewer, person, role)
    refresh()
  },
)

export const suspend = personAction(Person, async (viewer, { person }) => {
  await suspendVerb(viewer, person)
  refresh()
})

export const readmit = personAction(Person, async (viewer, { person }) => {
  await readmitVerb(viewer, person)
  refresh()
})

export const endSessions = personAction(Person, async (viewer, { person }) => {
  await endSessionsOf(viewer, person)
  refresh()
})

export const makeResetLink = personAction(Person, async (viewer, { person }) => {
  return { path: `/reset/${await makeResetLinkVerb(viewer, person)}` }
})

export const invite = personAction(NewInvitation, async (viewer, invitation) => {
  const path = `/join/${await inviteVerb(viewer, invitation)}`
  refresh()
  return { path }
})

export const revokeInvitation = personAction(
  z.object({ invitation: z.uuid() }),
  async (viewer, { invitation }) => {
    await revokeVerb(viewer, invitation)
    refresh()
  },
)

export const changeSettings = personAction(
  Settings.extend({ openRegistration: checkbox, editorsNeedSecondFactor: checkbox }),
  async (viewer, settings) => {
    await changeSettingsVerb(viewer, settings)
    refresh()
  },
)

export const rebuildIndex = personAction(z.object({}), async (viewer) => {
  await askForRebuild(viewer)
  refresh()
})
