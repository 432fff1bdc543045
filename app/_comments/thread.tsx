import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CommentTarget } from '#lib/comments/comment'
import type { Thread as ThreadOf } from '#lib/comments/queries'
import { Comment } from './comment.tsx'
import { CommentForm } from './comment-form.tsx'

type Props = { thread: ThreadOf; on: CommentTarget; ownerId: string | undefined; origin?: ReactNode }

/** A comment and its replies; a resolved one is closed to a line that says by whom. */
export function Thread({ thread, on, ownerId, origin }: Props) {
  const t = useTranslations('comments')
  const { shortId, resolvedBy, replies } = thread
  const whole = (
    <>
      <Comment comment={thread} origin={origin}>
        <Resolution thread={thread} ownerId={ownerId} />
      </Comment>
      {replies.length > 0 ? (
        <ol className="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Comment comment={reply} />
            </li>
          ))}
        </ol>
      ) : null}
      {thread.isTrashed ? null : (
        <details className="comment-do" id={`reply-${shortId}`} data-needs="member" hidden>
          <summary>{t('reply')}</summary>
          <CommentForm id={`reply-${shortId}-text`} on={on} parent={shortId} label={t('writeReply')} />
        </details>
      )}
    </>
  )
  if (!resolvedBy) return <li className="thread">{whole}</li>
  return (
    <Resolved words={t('resolvedThread', { name: resolvedBy, comments: 1 + replies.length })}>
      {whole}
    </Resolved>
  )
}

function Resolved({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="thread" data-resolved="">
      <details>
        <summary>{words}</summary>
        {children}
      </details>
    </li>
  )
}

function Resolution({ thread, ownerId }: Pick<Props, 'thread' | 'ownerId'>) {
  const t = useTranslations('comments')
  const isResolved = thread.resolvedBy !== null
  const undoing = JSON.stringify({ isResolved })
  return (
    <button
      type="button"
      className="button quiet"
      data-send={`/api/comments/${thread.shortId}/resolution`}
      data-method="PUT"
      data-body={JSON.stringify({ isResolved: !isResolved })}
      data-undo={undoing}
      data-undo-word={t('undo')}
      data-done={isResolved ? t('isReopened') : t('isResolved')}
      data-needs="editor"
      data-own={[thread.authorId, ownerId ?? ''].join(' ').trim()}
      hidden
    >
      {isResolved ? t('reopen') : t('resolve')}
    </button>
  )
}
