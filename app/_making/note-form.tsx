'use client'

import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { makeNote } from '../_actions/notes.ts'

type Props = {
  operationId: string
  refusals: Record<string, string>
  labels: { title: string; submit: string }
}

/** Names a new note, and leads to it. */
export function NoteForm({ operationId, refusals, labels }: Props) {
  return (
    <ActionForm action={makeNote} refusals={refusals} submit={labels.submit} hidden={{ operationId }}>
      {(state) => (
        <TextField
          name="title"
          label={labels.title}
          maxLength={200}
          defaultValue={state.status === 'refused' ? state.given.title : undefined}
          autoComplete="off"
          required
          autoFocus
        />
      )}
    </ActionForm>
  )
}
