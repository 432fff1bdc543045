'use client'

import { ActionForm } from '#ui/action-form'
import { restoreVersion, undoVersion } from '../_actions/history.ts'
import { ConflictTexts } from './conflict-texts.tsx'

type Props = {
  way: 'restore' | 'undo'
  path: string
  editPath: string
  hidden: Record<string, string>
  refusals: Record<string, string>
  labels: Record<
    'submit' | 'done' | 'unchanged' | 'show' | 'undo' | 'conflict' | 'without' | 'now' | 'byHand' | 'nothing',
    string
  >
  isPossible: boolean
}

/** The one button; what came of it stands in its place, with the way back. */
export function RestoreForm({ way, path, editPath, hidden, refusals, labels, isPossible }: Props) {
  if (!isPossible) return null
  return (
    <ActionForm
      action={way === 'restore' ? restoreVersion : undoVersion}
      refusals={refusals}
      submit={labels.submit}
      hidden={hidden}
      done={(result) => {
        if (result.outcome === 'conflict')
          return <ConflictTexts hunks={result.hunks} labels={labels} editPath={editPath} />
        if (result.outcome === 'unchanged') return <p role="status">{labels.unchanged}</p>
        return (
          <p className="restored" role="status">
            {labels.done} <a href={`${path}/history/${result.number}`}>{labels.show}</a>
            <a href={`${path}/history/${result.number}/undo`}>{labels.undo}</a>
          </p>
        )
      }}
    />
  )
}
