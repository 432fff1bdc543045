import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { CommentTarget } from '#lib/comments/comment'
import { findTalk } from '#lib/comments/talk-queries'
import { Refusal } from '#lib/refusal'
import { PageHead } from '#ui/page-head'
import { Shell } from '../../_layout/shell.tsx'
import { SayForm } from '../comment-forms.tsx'
import { readCommentWords } from '../read-words.ts'

type Props = { searchParams: Promise<{ on?: unknown }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comments'))('write'), robots: { index: false } }
}

/** A comment on a question, an answer or a correction, for browsers without scripts: `?on=answer:<short id>`. */
export default async function NewCommentPage({ searchParams }: Props) {
  const on = String((await searchParams).on ?? '')
  const viewer = await requireSignedIn(`/comments/new?on=${encodeURIComponent(on)}`)
  const [kind, id] = on.split(':')
  const target = CommentTarget.safeParse({ kind, id })
  if (!target.success) notFound()
  const talk = await findTalk(viewer, target.data).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const [t, words] = await Promise.all([getTranslations('comments'), readCommentWords()])
  return (
    <Shell>
      <PageHead title={t(`on_${target.data.kind}`)}>
        <p>
          <a href={talk.path}>{talk.title}</a>
        </p>
      </PageHead>
      <SayForm on={on} label={t('write')} submit={t('send')} words={words} />
    </Shell>
  )
}
