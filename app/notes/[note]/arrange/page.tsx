import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { notePath } from '#lib/entries/entry'
import { mayArrange } from '#lib/entries/policy'
import { findNote, findOutline } from '#lib/notes/queries'
import { parseSlugId } from '#lib/text/slug'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { ArrangeTree } from '../../../_arrange/arrange-tree.tsx'
import { readArrangeWords } from '../../../_arrange/arrange-words.ts'
import { rowsOf } from '../../../_arrange/rows.ts'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { PlacingWords } from '../../../_layout/placing-words.tsx'
import { Shell } from '../../../_layout/shell.tsx'

type Props = { params: Promise<{ note: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('placing'))('arrangeTitle'), robots: { index: false } }
}

/** A note's sections and questions, to be put into another order; for editors. */
export default async function ArrangePage({ params }: Props) {
  const segment = decodeSegment((await params).note)
  const viewer = await requireSignedIn(`/notes/${encodeURIComponent(segment)}/arrange`)
  const shortId = parseSlugId(segment)
  const note = shortId && mayArrange(viewer) ? await findNote(shortId) : undefined
  if (!note) notFound()
  const [t, refusal, words, outline] = await Promise.all([
    getTranslations('placing'),
    getTranslations('refusal'),
    readArrangeWords(),
    findOutline(note.id),
  ])
  const rows = rowsOf(outline)
  const refusals = {
    conflict: t('conflict'),
    'not-found': t('gone'),
    forbidden: refusal('forbidden'),
    invalid: t('tooDeep'),
  }
  return (
    <Shell>
      <PageHead title={`${t('arrangeTitle')}: ${note.title}`}>
        <p>{t('arrangeLead')}</p>
        <p>
          <a href={notePath(note)}>{t('back')}</a>
        </p>
      </PageHead>
      <PlacingWords />
      {rows.length === 0 ? (
        <EmptyState title={t('emptyNote')} />
      ) : (
        <ArrangeTree noteId={note.id} rows={rows} words={words} refusals={refusals} />
      )}
    </Shell>
  )
}
