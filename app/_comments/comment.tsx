import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { commentAnchor } from '#lib/comments/comment'
import type { Comment as CommentOf } from '#lib/comments/queries'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { Time } from '#ui/time'
import { CommentForm } from './comment-form.tsx'

type Props = {
  comment: CommentOf
  /** Where it stood before, where it stood elsewhere. */
  origin?: ReactNode
  /** What else can be done with it. */
  children?: ReactNode
}

/** What one person said, where it can be linked to. */
export function Comment({ comment, origin, children }: Props) {
  const t = useTranslations('comments')
  const id = commentAnchor(comment.shortId)
  if (comment.isTrashed) return <p className="comment comment-gone">{t('deleted')}</p>
  const path = `/api/comments/${comment.shortId}`
  return (
    <article className="comment" id={id} tabIndex={-1} aria-label={comment.author}>
      <header>
        <strong>{comment.author}</strong>
        <a href={`#${id}`} title={t('link')}>
          <Time at={comment.at} />
        </a>
        {comment.isEdited ? <span>{t('edited')}</span> : null}
        {origin}
      </header>
      {comment.passage ? <blockquote className="comment-passage">{comment.passage.quote}</blockquote> : null}
      {/* Wordings hold nothing but what the rendering pipeline made. */}
      <Prose html={comment.html as TrustedHtml} />
      <footer>
        <noscript>
          <a className="button quiet" href={`/comments/${comment.shortId}`}>
            {t('answerOrChange')}
          </a>
        </noscript>
        {children}
        <details
          className="comment-do"
          id={`edit-${comment.shortId}`}
          data-needs="author"
          data-own={comment.authorId}
          hidden
        >
          <summary>{t('edit')}</summary>
          <CommentForm id={`edit-${comment.shortId}-text`} edits={comment.shortId} label={t('newWords')} />
        </details>
        <button
          type="button"
          className="button quiet"
          data-send={`${path}/trash`}
          data-method="PUT"
          data-body='{"isTrashed":true}'
          data-undo='{"isTrashed":false}'
          data-undo-word={t('undo')}
          data-done={t('removed')}
          data-needs="admin"
          data-own={comment.authorId}
          hidden
        >
          {t('remove')}
        </button>
      </footer>
    </article>
  )
}
