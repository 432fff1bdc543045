'use client'

import { ActionForm } from '#ui/action-form'
import { unmergeQuestions } from '../../../_actions/duplicates.ts'

type Props = { merge: string; refusals: Record<string, string>; labels: { submit: string; done: string } }

/** Takes a merge apart, and then leads to the question that is one of its own again. */
export function UnmergeForm({ merge, refusals, labels }: Props) {
  return (
    <ActionForm
      action={unmergeQuestions}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ merge }}
      done={({ path, title }) => (
        <p role="status">
          {labels.done} <a href={path}>{title}</a>
        </p>
      )}
    />
  )
}
