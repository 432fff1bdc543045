'use client'

import { Field } from '@base-ui/react/field'

type Props = {
  name: string
  label: string
  hint?: string
  defaultValue?: string
  required?: boolean
  maxLength?: number
  rows?: number
  /** Offers people after `@`: how the list is called, and since when somebody of a shared name is here (`{date}`). */
  people?: { names: string; since: string }
}

/** A labelled text of several lines with its hint and, after a refusal, what is wrong with it. */
export function TextArea({ name, label, hint, people, ...control }: Props) {
  return (
    <Field.Root name={name} className="field">
      <Field.Label>{label}</Field.Label>
      <Field.Control
        render={<textarea {...control} data-names={people?.names} data-since={people?.since} />}
      />
      {hint ? <Field.Description>{hint}</Field.Description> : null}
      <Field.Error className="field-error" match={true} />
    </Field.Root>
  )
}
