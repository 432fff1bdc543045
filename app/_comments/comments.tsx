import { MessageSquare } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CommentTarget } from '#lib/comments/comment'
import type { Thread as ThreadOf } from '#lib/comments/queries'
import { troubleWords } from '../_layout/trouble-words.ts'
import { CommentForm } from './comment-form.tsx'
import { Thread } from './thread.tsx'

type Props = {
  on: CommentTarget
  threads: ThreadOf[]
  /** Where the page stands, to come back to after signing in. */
  path: string
  /** Who may resolve threads besides those who began them and editors. */
  ownerId?: string
  /** The id of what names the text, where several are talked about on one page. */
  namedBy?: string
  /** Where a thread stood before, where it stood elsewhere. */
  originOf?: (thread: ThreadOf) => ReactNode
}

// More than these would make the page long for those who came for the text.
const mostOpen = 5
const mostThreads = 20

/** What is said about a text: the same for every reader, closed where it is much; a script shows each what they may do. */
export async function Comments({ on, threads, path, ownerId, namedBy, originOf }: Props) {
  const t = await getTranslations('comments')
  const id = `comments-${on.kind}-${on.id}`
  const count = threads.reduce((sum, { isTrashed, replies }) => sum + Number(!isTrashed) + replies.length, 0)
  const open = threads.filter(({ resolvedBy }) => !resolvedBy).length
  const [first, more] = [threads.slice(0, mostThreads), threads.slice(mostThreads)]
  const list = (some: ThreadOf[]) => (
    <ol className="threads">
      {some.map((thread) => (
        <Thread key={thread.id} thread={thread} on={on} ownerId={ownerId} origin={originOf?.(thread)} />
      ))}
    </ol>
  )
  const label = { entry: t('on_entry'), answer: t('on_answer'), correction: t('on_correction') }[on.kind]
  return (
    <section
      className="comments"
      id={id}
      aria-label={label}
      aria-labelledby={namedBy ? `${namedBy} ${id}` : undefined}
      data-part=""
      data-troubles={await troubleWords()}
    >
      <details id={`${id}-all`} open={open > 0 && count <= mostOpen}>
        <summary>
          <MessageSquare aria-hidden="true" size={15} />
          {count > 0 ? t('count', { comments: count }) : on.kind === 'entry' ? t('noneOnEntry') : t('none')}
        </summary>
        {first.length > 0 ? list(first) : null}
        {more.length > 0 ? (
          <details id={`${id}-more`}>
            <summary>{t('more', { threads: more.length })}</summary>
            {list(more)}
          </details>
        ) : null}
        <CommentForm id={`${id}-new`} on={on} label={t('write')} isForMembers />
        <noscript>
          <p className="comments-plain">
            <a href={`/comments/new?on=${on.kind}:${on.id}`}>{t('write')}</a>
          </p>
        </noscript>
        <p className="comments-sign-in" data-needs="guest">
          <a href={`/sign-in?next=${encodeURIComponent(`${path}#${id}`)}`}>{t('signIn')}</a>
        </p>
      </details>
    </section>
  )
}
