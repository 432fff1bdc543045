'use client'

import { ActionForm } from '#ui/action-form'
import { mergeQuestions, unmergeQuestions } from '../../_actions/duplicates.ts'

type Props = {
  from: string
  into: string
  refusals: Record<string, string>
  labels: Record<'submit' | 'done' | 'undo' | 'undone' | 'open' | 'next', string>
}

/** Merges, and then says so with the way back beside it. */
export function MergeForm({ from, into, refusals, labels }: Props) {
  return (
    <ActionForm
      action={mergeQuestions}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ from, into }}
      done={({ mergeId, path }) => (
        <div className="merge-done">
          <p role="status">{labels.done}</p>
          <ActionForm
            action={unmergeQuestions}
            refusals={refusals}
            submit={labels.undo}
            tone="plain"
            hidden={{ merge: mergeId }}
            inline
            done={(back) => (
              <p role="status">
                {labels.undone} <a href={back.path}>{back.title}</a>
              </p>
            )}
          />
          <a className="button" href={path}>
            {labels.open}
          </a>
          <a className="button" href="/duplicates">
            {labels.next}
          </a>
        </div>
      )}
    />
  )
}
