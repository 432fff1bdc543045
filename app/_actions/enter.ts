'use server'

import { z } from 'zod'
import { createFirstAdmin } from '#lib/auth/first-admin'
import { Email, NewAccount, Password, Token } from '#lib/auth/input'
import { joinByInvitation, register as registerAccount } from '#lib/auth/join'
import { knownDeviceOf } from '#lib/auth/known-device-cookie'
import { localPath } from '#lib/auth/local-path'
import { openSession } from '#lib/auth/open-session'
import { signIn as signInByPassword } from '#lib/auth/sign-in'
import { Departure } from './departure.ts'
import { formAction } from './form-action.ts'

const SignIn = z.object({
  email: Email,
  password: Password,
  code: z.string().max(20).optional(),
  next: z.string().optional(),
})
const WithToken = NewAccount.extend({ token: Token })

export const signIn = formAction(SignIn, async (_viewer, { next, ...attempt }, origin) => {
  await openSession(await signInByPassword({ ...attempt, knownDevice: await knownDeviceOf() }, origin))
  throw new Departure(localPath(next))
})

export const makeFirstAdmin = formAction(WithToken, async (_viewer, { token, ...account }, origin) => {
  await openSession(await createFirstAdmin(token, account, origin))
  throw new Departure('/admin/people')
})

export const join = formAction(WithToken, async (_viewer, { token, ...account }, origin) => {
  await openSession(await joinByInvitation(token, account, origin))
  throw new Departure('/')
})

export const register = formAction(NewAccount, async (_viewer, account, origin) => {
  await openSession(await registerAccount(account, origin))
  throw new Departure('/')
})
