import { useTranslations } from 'next-intl'
import type { CommentTarget } from '#lib/comments/comment'

type Props = {
  /** Of the field. */
  id: string
  label: string
  /** What a new comment is about, and which one it answers. */
  on?: CommentTarget
  parent?: string
  /** The comment whose words are changed. */
  edits?: string
  /** Hidden until the reader turns out to be a member; others stand in something that is. */
  isForMembers?: boolean
}

/** A field for a comment, a reply, or other words for one; sent by a script. */
export function CommentForm({ id, label, on, parent, edits, isForMembers = false }: Props) {
  const t = useTranslations('comments')
  const source = edits ? `/api/comments/${edits}/text` : undefined
  return (
    <form
      className="comment-form"
      data-send={source ?? '/api/comments'}
      data-method={edits ? 'PUT' : 'POST'}
      data-body={edits ? undefined : JSON.stringify({ on, parent })}
      data-done={edits ? t('saved') : t('added')}
      data-needs={isForMembers ? 'member' : undefined}
      hidden={isForMembers}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="markdown"
        rows={3}
        maxLength={5_120}
        required
        data-names={t('names')}
        data-since={String(t.raw('since'))}
        data-source={source}
        aria-describedby={`${id}-hint`}
      />
      <p role="alert" className="field-error" />
      <div>
        <span id={`${id}-hint`}>{t('hint')}</span>
        <button type="submit" className="button" title={`${edits ? t('save') : t('send')} (Ctrl ↵)`}>
          {edits ? t('save') : t('send')}
        </button>
      </div>
    </form>
  )
}
