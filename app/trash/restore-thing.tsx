'use client'

import { ActionForm } from '#ui/action-form'
import { restoreThing } from '../_actions/trash.ts'

type Props = {
  hidden: Record<string, string>
  refusals: Record<string, string>
  labels: Record<'submit' | 'old' | 'end', string>
}

/** The way out of the trash; then the row says where it stands. */
export function RestoreThing({ hidden, refusals, labels }: Props) {
  return (
    <ActionForm
      action={restoreThing}
      refusals={refusals}
      submit={labels.submit}
      hidden={hidden}
      tone="plain"
      inline
      done={({ place }) => <p role="status">{place === 'end' ? labels.end : labels.old}</p>}
    />
  )
}
