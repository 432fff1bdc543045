'use client'

import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { TextField } from '#ui/text-field'
import { makeSection } from '../_actions/notes.ts'

type Props = {
  operationId: string
  noteId: string
  parent: string
  parents: { value: string; label: string }[]
  refusals: Record<string, string>
  labels: { title: string; parent: string; submit: string }
}

/** Names a new section and says under which other one it stands, and leads to it. */
export function SectionForm({ operationId, noteId, parent, parents, refusals, labels }: Props) {
  return (
    <ActionForm
      action={makeSection}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ operationId, note: noteId }}
    >
      {(state) => (
        <>
          <TextField
            name="title"
            label={labels.title}
            maxLength={200}
            defaultValue={state.status === 'refused' ? state.given.title : undefined}
            autoComplete="off"
            required
            autoFocus
          />
          <ChoiceField
            name="parent"
            label={labels.parent}
            options={parents}
            defaultValue={state.status === 'refused' ? state.given.parent : parent}
          />
        </>
      )}
    </ActionForm>
  )
}
