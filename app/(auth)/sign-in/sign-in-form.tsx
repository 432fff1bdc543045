'use client'

import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { TextField } from '#ui/text-field'
import { signIn } from '../../_actions/enter.ts'

type Props = {
  next: string
  refusals: Record<string, string>
  labels: { email: string; password: string; code: string; codeHint: string; submit: string }
}

/** Address and password; the code of a second factor is asked for once the password was right. */
export function SignInForm({ next, refusals, labels }: Props) {
  return (
    <ActionForm action={signIn} refusals={refusals} submit={labels.submit} hidden={{ next }}>
      {(state) => {
        const refused = state.status === 'refused' ? state : undefined
        return (
          <>
            <TextField
              name="email"
              type="email"
              label={labels.email}
              autoComplete="username"
              defaultValue={refused?.given.email}
              required
            />
            <CurrentPasswordField label={labels.password} />
            {refused?.fields.includes('code') ? (
              <TextField
                name="code"
                label={labels.code}
                hint={labels.codeHint}
                autoComplete="one-time-code"
                inputMode="numeric"
                autoFocus
                required
              />
            ) : null}
          </>
        )
      }}
    </ActionForm>
  )
}
