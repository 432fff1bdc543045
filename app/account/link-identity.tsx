'use client'

import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { linkIdentity } from '../_actions/account.ts'
import { ProviderButton } from '../(auth)/sign-in/provider-button.tsx'

type Props = {
  provider: string
  refusals: Record<string, string>
  labels: { link: string; go: string; password: string }
}

/** First the password, then on to the provider, whose identity is linked when it comes back. */
export function LinkIdentity({ provider, refusals, labels }: Props) {
  return (
    <ActionForm
      action={linkIdentity}
      refusals={refusals}
      submit={labels.link}
      tone="plain"
      hidden={{ provider }}
      done={() => <ProviderButton provider={provider} label={labels.go} next="/account" />}
    >
      <CurrentPasswordField label={labels.password} />
    </ActionForm>
  )
}
