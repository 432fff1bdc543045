'use client'

import { ActionForm } from '#ui/action-form'
import { CheckField } from '#ui/check-field'
import { eraseThing } from '../_actions/trash.ts'

type Props = {
  hidden: Record<string, string>
  refusals: Record<string, string>
  labels: Record<'name' | 'sure' | 'field' | 'done', string>
}

/** Deleting for good, folded away and behind a box to tick, for there is no way back. */
export function EraseForm({ hidden, refusals, labels }: Props) {
  return (
    <details className="erase">
      <summary>{labels.name}</summary>
      <p>{labels.sure}</p>
      <ActionForm
        action={eraseThing}
        refusals={refusals}
        submit={labels.name}
        hidden={hidden}
        tone="danger"
        done={() => <p role="status">{labels.done}</p>}
      >
        <CheckField name="sure" label={labels.field} />
      </ActionForm>
    </details>
  )
}
