'use client'

import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { SecretLink } from '#ui/secret-link'
import { TextField } from '#ui/text-field'
import { invite } from '../../_actions/admin.ts'

type Props = {
  roles: { value: string; label: string }[]
  refusals: Record<string, string>
  labels: {
    role: string
    uses: string
    days: string
    submit: string
    note: string
    copy: string
    copied: string
  }
}

/** Role, number of people and days; then the link, shown once. */
export function InviteForm({ roles, refusals, labels }: Props) {
  return (
    <ActionForm
      action={invite}
      refusals={refusals}
      submit={labels.submit}
      done={({ path }) => (
        <SecretLink path={path} note={labels.note} copy={labels.copy} copied={labels.copied} />
      )}
    >
      <ChoiceField name="role" label={labels.role} options={roles} />
      <TextField
        name="maxUses"
        type="number"
        label={labels.uses}
        defaultValue={1}
        min={1}
        max={1000}
        required
      />
      <TextField name="days" type="number" label={labels.days} defaultValue={7} min={1} max={90} required />
    </ActionForm>
  )
}
