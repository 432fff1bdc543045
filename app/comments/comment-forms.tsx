'use client'

import { ActionForm } from '#ui/action-form'
import { TextArea } from '#ui/text-area'
import { removeComment, rewordComment, sayComment, settleThread } from '../_actions/comments.ts'
import type { CommentWords } from './read-words.ts'

type Writing = { label: string; submit: string; words: CommentWords }

/** A new comment on something (`answer:<short id>`), or a reply. */
export function SayForm({ on, parent, ...writing }: Writing & { on: string; parent?: string }) {
  return (
    <ActionForm
      action={sayComment}
      refusals={writing.words.refusals}
      submit={writing.submit}
      hidden={{ on, ...(parent && { parent }) }}
    >
      {(state) => <Words {...writing} given={state.status === 'refused' ? state.given.markdown : ''} />}
    </ActionForm>
  )
}

/** Other words for one's own comment. */
export function RewordForm({
  comment,
  markdown,
  ...writing
}: Writing & { comment: string; markdown: string }) {
  return (
    <ActionForm
      action={rewordComment}
      refusals={writing.words.refusals}
      submit={writing.submit}
      tone="plain"
      hidden={{ comment }}
    >
      {(state) => <Words {...writing} given={state.status === 'refused' ? state.given.markdown : markdown} />}
    </ActionForm>
  )
}

function Words({ label, words, given = '' }: Writing & { given?: string }) {
  return (
    <TextArea
      name="markdown"
      label={label}
      hint={words.hint}
      people={words.people}
      rows={4}
      maxLength={5_120}
      required
      defaultValue={given}
    />
  )
}

type Deciding = { comment: string; submit: string; wanted: boolean; refusals: Record<string, string> }

/** Says that a thread is settled, or open again. */
export function SettleForm({ comment, submit, wanted, refusals }: Deciding) {
  return (
    <ActionForm
      action={settleThread}
      refusals={refusals}
      submit={submit}
      tone="plain"
      hidden={{ comment, isResolved: String(wanted) }}
    />
  )
}

/** Puts a comment into the trash, or takes it out again. */
export function RemoveForm({ comment, submit, wanted, refusals }: Deciding) {
  return (
    <ActionForm
      action={removeComment}
      refusals={refusals}
      submit={submit}
      tone={wanted ? 'danger' : 'primary'}
      hidden={{ comment, isTrashed: String(wanted) }}
    />
  )
}
