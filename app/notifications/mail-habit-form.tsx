'use client'

import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { setMailHabit } from '../_actions/notifications.ts'

type Props = {
  habit: string
  options: { value: string; label: string }[]
  refusals: Record<string, string>
  labels: { label: string; submit: string; done: string }
}

/** How often one wants mail. */
export function MailHabitForm({ habit, options, refusals, labels }: Props) {
  return (
    <ActionForm action={setMailHabit} refusals={refusals} submit={labels.submit} done={labels.done} inline>
      <ChoiceField name="habit" label={labels.label} options={options} defaultValue={habit} />
    </ActionForm>
  )
}
