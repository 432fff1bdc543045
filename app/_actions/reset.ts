'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Email, NewPassword, Token } from '#lib/auth/input'
import { mailResetLink, resetPassword as resetPasswordVerb } from '#lib/auth/reset-password'
import { Departure } from './departure.ts'
import { formAction } from './form-action.ts'

export const askForReset = formAction(z.object({ email: Email }), async (_viewer, { email }, origin) => {
  const t = await getTranslations('mail')
  await mailResetLink(email, origin, (link) => ({
    subject: t('resetSubject'),
    text: t('resetText', { link }),
  }))
})

export const resetPassword = formAction(
  z.object({ token: Token, password: NewPassword }),
  async (_viewer, { token, password }) => {
    await resetPasswordVerb(token, password)
    throw new Departure('/sign-in?notice=reset')
  },
)
