'use client'

import { ActionForm } from '#ui/action-form'
import { SecretLink } from '#ui/secret-link'
import { makeResetLink } from '../../_actions/admin.ts'

type Props = {
  person: string
  refusals: Record<string, string>
  labels: { submit: string; note: string; copy: string; copied: string }
}

/** Makes a link with which this person sets a new password, and shows it once. */
export function ResetLink({ person, refusals, labels }: Props) {
  return (
    <ActionForm
      action={makeResetLink}
      refusals={refusals}
      submit={labels.submit}
      tone="plain"
      hidden={{ person }}
      inline
      done={({ path }) => (
        <SecretLink path={path} note={labels.note} copy={labels.copy} copied={labels.copied} />
      )}
    />
  )
}
