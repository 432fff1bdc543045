'use client'

import type { FormState } from '../_actions/form-state.ts'
import { ActionForm } from './action-form.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  action: (state: FormState<never>, form: FormData) => Promise<FormState<never>>
  refusals: Record<string, string>
  hidden?: Record<string, string>
  labels: {
    name: string
    nameHint: string
    email: string
    password: string
    passwordHint: string
    submit: string
  }
}

/** Name, address and password of a new account; what was typed stays after a refusal, but for the password. */
export function AccountForm({ action, refusals, hidden, labels }: Props) {
  return (
    <ActionForm action={action} refusals={refusals} submit={labels.submit} hidden={hidden}>
      {(state) => {
        const given = state.status === 'refused' ? state.given : {}
        return (
          <>
            <TextField
              name="name"
              label={labels.name}
              hint={labels.nameHint}
              autoComplete="name"
              maxLength={80}
              defaultValue={given.name}
              required
            />
            <TextField
              name="email"
              type="email"
              label={labels.email}
              autoComplete="username"
              defaultValue={given.email}
              required
            />
            <TextField
              name="password"
              type="password"
              label={labels.password}
              hint={labels.passwordHint}
              autoComplete="new-password"
              minLength={10}
              maxLength={200}
              required
            />
          </>
        )
      }}
    </ActionForm>
  )
}
