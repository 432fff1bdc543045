'use client'

import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { askQuestion } from '../_actions/entries.ts'

type Props = {
  title: string
  operationId: string
  notes: { value: string; label: string }[]
  refusals: Record<string, string>
  labels: { note: string; submit: string; done: string }
}

/** Makes a question of what was searched for in vain, in a chosen note. */
export function WantedForm({ title, operationId, notes, refusals, labels }: Props) {
  return (
    <ActionForm
      action={askQuestion}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ title, operationId }}
      tone="plain"
      inline
      done={({ path }) => <a href={path}>{labels.done}</a>}
    >
      <ChoiceField name="note" label={labels.note} options={notes} />
    </ActionForm>
  )
}
