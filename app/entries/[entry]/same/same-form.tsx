'use client'

import { ActionForm } from '#ui/action-form'
import { proposeSame } from '../../../_actions/duplicates.ts'

type Props = {
  one: string
  other: string
  refusals: Record<string, string>
  labels: { submit: string; proposed: string; confirmed: string }
}

/** Says of two questions that they are the same. */
export function SameForm({ one, other, refusals, labels }: Props) {
  return (
    <ActionForm
      action={proposeSame}
      refusals={refusals}
      submit={labels.submit}
      tone="plain"
      hidden={{ one, other }}
      inline
      done={({ state }) => <span role="status">{labels[state]}</span>}
    />
  )
}
