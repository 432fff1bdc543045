'use client'

import { Field } from '@base-ui/react/field'
import { ActionForm } from '#ui/action-form'
import { matchInterview } from '../../_actions/encounters.ts'
import { ChooseQuestions } from './choose-questions.tsx'
import type { InterviewLabels } from './interview-labels.ts'

type Props = {
  companies: string[]
  notes: { value: string; label: string }[]
  labels: InterviewLabels
  refusals: Record<string, string>
}

/** Takes the pasted questions, then asks what each of them is. */
export function InterviewForm({ companies, notes, labels, refusals }: Props) {
  return (
    <ActionForm
      action={matchInterview}
      refusals={refusals}
      submit={labels.match}
      done={(matched) => (
        <ChooseQuestions
          matched={matched}
          companies={companies}
          notes={notes}
          labels={labels}
          refusals={refusals}
        />
      )}
    >
      <Field.Root name="text" className="field">
        <Field.Label>{labels.text}</Field.Label>
        <Field.Control render={<textarea rows={10} />} required maxLength={50_000} />
        <Field.Description>{labels.textHint}</Field.Description>
        <Field.Error className="field-error" match={true} />
      </Field.Root>
    </ActionForm>
  )
}
