import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'
import { CommentId, commentAnchor } from '#lib/comments/comment'
import { mayEditComment, mayResolveThread, mayTrashComment } from '#lib/comments/policy'
import { findComment, findCommentSource } from '#lib/comments/queries'
import { findTalkOf } from '#lib/comments/talk-queries'
import { Refusal } from '#lib/refusal'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { PageHead } from '#ui/page-head'
import { Prose } from '#ui/prose'
import { Time } from '#ui/time'
import { Shell } from '../../_layout/shell.tsx'
import { RemoveForm, RewordForm, SayForm, SettleForm } from '../comment-forms.tsx'
import { readCommentWords } from '../read-words.ts'

type Props = { params: Promise<{ comment: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comments'))('one'), robots: { index: false } }
}

/** One comment with all that its reader may do about it, for browsers without scripts. */
export default async function CommentPage({ params }: Props) {
  const shortId = (await params).comment
  const viewer = await requireSignedIn(`/comments/${shortId}`)
  const { comment, talk } = await requireHere(viewer, shortId)
  const [t, words] = await Promise.all([getTranslations('comments'), readCommentWords()])
  const { targetAuthorId, on } = talk
  const deciding = { comment: shortId, refusals: words.refusals }
  const isHere = !comment.isTrashed
  const isSettled = comment.resolvedBy !== null
  const own = isHere && mayEditComment(viewer, comment) ? await findCommentSource(viewer, shortId) : undefined
  return (
    <Shell>
      <PageHead title={t('one')}>
        <p>
          <a href={isHere ? `${talk.page}#${commentAnchor(shortId)}` : talk.path}>{talk.title}</a>
        </p>
      </PageHead>
      <div className="one-comment">
        <article className="thread">
          <header>
            <strong>{comment.author}</strong> <Time at={comment.at} />
          </header>
          {/* Wordings hold nothing but what the rendering pipeline made. */}
          {isHere ? <Prose html={comment.html as TrustedHtml} /> : <p>{t('deleted')}</p>}
        </article>
        {isHere ? (
          <SayForm
            on={`${on.kind}:${on.id}`}
            parent={shortId}
            label={t('writeReply')}
            submit={t('reply')}
            words={words}
          />
        ) : null}
        {own ? (
          <RewordForm
            comment={shortId}
            markdown={own.markdown}
            label={t('newWords')}
            submit={t('save')}
            words={words}
          />
        ) : null}
        <div className="one-comment-acts">
          {isHere && comment.parentId === null && mayResolveThread(viewer, { ...comment, targetAuthorId }) ? (
            <SettleForm {...deciding} wanted={!isSettled} submit={isSettled ? t('reopen') : t('resolve')} />
          ) : null}
          {mayTrashComment(viewer, comment) ? (
            <RemoveForm {...deciding} wanted={isHere} submit={isHere ? t('remove') : t('bringBack')} />
          ) : null}
        </div>
      </div>
    </Shell>
  )
}

async function requireHere(viewer: SignedIn, shortId: string) {
  if (!CommentId.safeParse(shortId).success) notFound()
  try {
    const [comment, talk] = await Promise.all([findComment(viewer, shortId), findTalkOf(viewer, shortId)])
    // What is in the trash is shown to those who may take it out.
    if (comment && (!comment.isTrashed || mayTrashComment(viewer, comment))) return { comment, talk }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  notFound()
}
