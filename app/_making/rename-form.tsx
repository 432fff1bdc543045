'use client'

import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { renameNote } from '../_actions/notes.ts'
import { Leave } from './leave.tsx'

type Props = {
  note: { id: string; title: string }
  refusals: Record<string, string>
  labels: { title: string; submit: string; renamed: string; toNote: string; undo: string }
}

/** Names a note; what came of it stands in its place, with the way back. */
export function RenameForm({ note, refusals, labels }: Props) {
  return (
    <ActionForm
      action={renameNote}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ note: note.id, was: note.title }}
      done={({ path, title }) => (
        <div className="done" role="status">
          <p>
            {labels.renamed} <a href={path}>{labels.toNote}</a>
          </p>
          <ActionForm
            action={renameNote}
            refusals={refusals}
            submit={labels.undo}
            hidden={{ note: note.id, was: title, title: note.title }}
            tone="plain"
            done={({ path }) => <Leave to={path}>{labels.toNote}</Leave>}
          />
        </div>
      )}
    >
      {(state) => (
        <TextField
          name="title"
          label={labels.title}
          maxLength={200}
          defaultValue={state.status === 'refused' ? state.given.title : note.title}
          autoComplete="off"
          required
          autoFocus
        />
      )}
    </ActionForm>
  )
}
