import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { entryPath } from '#lib/entries/entry'
import { findNewAnswer } from '#lib/entries/find-new-answer'
import { parseSlugId } from '#lib/text/slug'
import { PageHead } from '#ui/page-head'
import { readEditWords } from '../../../_edit/edit-words.ts'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { readMakingWords } from '../../../_making/making-words.ts'
import { NewAnswer } from '../../../_making/new-answer.tsx'

type Props = { params: Promise<{ entry: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('newAnswer'), robots: { index: false } }
}

/** Writes a new answer to a question. */
export default async function NewAnswerPage({ params }: Props) {
  const segment = decodeSegment((await params).entry)
  const viewer = await requireSignedIn(`/entries/${encodeURIComponent(segment)}/answer`)
  const shortId = parseSlugId(segment)
  const found = shortId ? await findNewAnswer(viewer, shortId) : undefined
  if (!found) notFound()
  const { entry, draft, images } = found
  const path = entryPath(entry)
  const [t, making, { words, labels }] = await Promise.all([
    getTranslations('making'),
    readMakingWords(),
    readEditWords(),
  ])
  return (
    <Shell>
      <PageHead title={t('newAnswer')}>
        <p>
          <a href={path}>{entry.title}</a>
        </p>
      </PageHead>
      <NewAnswer
        entryId={entry.id}
        personId={viewer.id}
        noteId={entry.noteId}
        draft={draft ? { ...draft, savedAt: draft.savedAt.getTime() } : null}
        refusals={await refusalWords({ 'field.markdown': t('emptyAnswer') })}
        {...{ path, images, words, making, labels }}
      />
    </Shell>
  )
}
