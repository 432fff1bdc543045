'use client'

import { Field } from '@base-ui/react/field'

type Props = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'number'
  autoComplete?: string
  defaultValue?: string | number
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: number
  max?: number
  inputMode?: 'text' | 'numeric' | 'email'
  autoFocus?: boolean
  /** The id of a list of suggestions. */
  list?: string
}

/** A labelled line of input with its hint and, after a refusal, what is wrong with it. */
export function TextField({ name, label, hint, type = 'text', ...control }: Props) {
  return (
    <Field.Root name={name} className="field">
      <Field.Label>{label}</Field.Label>
      <Field.Control type={type} {...control} />
      {hint ? <Field.Description>{hint}</Field.Description> : null}
      <Field.Error className="field-error" match={true} />
    </Field.Root>
  )
}
