'use client'

import { Form } from '@base-ui/react/form'
import { type ReactNode, useActionState, useEffect } from 'react'
import type { FormState } from '../_actions/form-state.ts'

const idle = { status: 'idle' } as const

type Props<Result> = {
  action: (state: FormState<Result>, form: FormData) => Promise<FormState<Result>>
  /** What each refusal is called, and what to do about it; `field.…` for a single field. */
  refusals: Record<string, string>
  submit: string
  /** Said after it was done; or what then stands in the form's place. */
  done?: string | ((result: Result) => ReactNode)
  tone?: 'primary' | 'plain' | 'danger'
  /** Sent along without being shown. */
  hidden?: Record<string, string>
  children?: ReactNode | ((state: FormState<Result>) => ReactNode)
  /** Fields and button beside each other. */
  inline?: boolean
  /** It comes in the place of what had the focus: its button takes that on. */
  takesFocus?: boolean
}

/** A form around a server action: works before scripts run, says what went wrong beside the field, keeps what was typed. */
export function ActionForm<Result>({
  action,
  refusals,
  submit,
  done,
  tone = 'primary',
  hidden,
  children,
  inline,
  takesFocus,
}: Props<Result>) {
  const [state, send, pending] = useActionState(action, idle)
  useEffect(() => {
    if (state.status === 'gone') location.assign(state.to)
  }, [state])
  if (state.status === 'done' && typeof done === 'function') return done(state.result)
  return (
    <Form
      action={send}
      errors={fieldErrors(state, refusals)}
      className="form"
      data-inline={inline || undefined}
    >
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === 'function' ? children(state) : children}
      <p role="status" className="form-status" data-refused={state.status === 'refused' || undefined}>
        {state.status === 'refused' && state.fields.length === 0
          ? sentence(refusals[state.code] ?? state.code, state.details)
          : null}
        {state.status === 'done' && typeof done === 'string' ? done : null}
      </p>
      <button
        type="submit"
        className="button"
        data-tone={tone}
        // biome-ignore lint/a11y/noAutofocus: where the focus was, this stands now.
        autoFocus={takesFocus}
        disabled={pending || state.status === 'gone'}
      >
        {submit}
      </button>
    </Form>
  )
}

function fieldErrors<Result>(
  state: FormState<Result>,
  refusals: Record<string, string>,
): Record<string, string> {
  if (state.status !== 'refused') return {}
  return Object.fromEntries(
    state.fields.map((name) => [
      name,
      sentence(
        refusals[`reason.${state.details.reason}`] ??
          refusals[`field.${name}`] ??
          refusals[state.code] ??
          state.code,
        state.details,
      ),
    ]),
  )
}

/** Fills `{seconds}` and the like; the sentences come translated. */
function sentence(text: string, details: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
}
