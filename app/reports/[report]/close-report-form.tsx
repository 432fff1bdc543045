'use client'

import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { closeReport } from '../../_actions/corrections.ts'

type Props = {
  reportId: string
  refusals: Record<string, string>
  labels: { reason: string; submit: string; done: string }
}

/** Closes a report that asks for no change, and says why. */
export function CloseReportForm({ reportId, refusals, labels }: Props) {
  return (
    <ActionForm
      action={closeReport}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ reportId }}
      tone="plain"
      done={() => <p role="status">{labels.done}</p>}
    >
      <TextField name="reason" label={labels.reason} maxLength={5_000} />
    </ActionForm>
  )
}
