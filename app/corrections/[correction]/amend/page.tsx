import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { correctionPath } from '#lib/corrections/correction'
import type { CorrectionFound } from '#lib/corrections/queries'
import { findAmending } from '#lib/corrections/text-to-suggest'
import { PageHead } from '#ui/page-head'
import { CorrectionEditing } from '../../../_corrections/correction-editing.tsx'
import { correctionRefusals } from '../../../_corrections/correction-refusals.ts'
import { readSuggestWords } from '../../../_corrections/suggest-words.ts'
import { readEditWords } from '../../../_edit/edit-words.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { requireReadable } from '../require-readable.ts'

type Props = {
  params: Promise<{ correction: string }>
  searchParams: Promise<{ accept?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('amendTitle'), robots: { index: false } }
}

/** Words a correction anew, brings it together with a text that has changed, or changes it while accepting. */
export default async function AmendPage({ params, searchParams }: Props) {
  const shortId = (await params).correction
  const isAccepting = (await searchParams).accept !== undefined
  const path = correctionPath(shortId)
  const editPath = `${path}/amend${isAccepting ? '?accept=1' : ''}`
  const viewer = await requireSignedIn(editPath)
  const { found } = await requireReadable(shortId)
  if (isAccepting ? !found.rights.accept || found.preview?.outcome !== 'clean' : !found.rights.amend)
    notFound()
  const [t, { words, labels }, suggest, refusals, { draft, images, noteId }] = await Promise.all([
    getTranslations('corrections'),
    readEditWords(),
    readSuggestWords(),
    refusalWords(await correctionRefusals()),
    findAmending(viewer, found.id, found.entry.id),
  ])
  const seen = { correctionId: found.id, shortId, rev: found.rev }
  return (
    <Shell place={{ page: 'corrections' }}>
      <PageHead title={isAccepting ? t('amendAcceptTitle') : t('amendTitle')}>
        <p>
          <a href={path}>{found.entry.title}</a>
        </p>
      </PageHead>
      <CorrectionEditing
        text={{
          kind: 'amend',
          id: found.id,
          personId: viewer.id,
          head: startOf(found),
          draft: draft ? { ...draft, savedAt: draft.savedAt.getTime() } : null,
        }}
        sending={
          isAccepting ? { way: 'accept', ...seen, headRevisionId: found.head.id } : { way: 'amend', ...seen }
        }
        reasons={{
          kind: found.kind,
          rationale: found.newest.rationale,
          evidence: found.newest.evidence,
        }}
        {...clashOf(found)}
        {...{ path, editPath, noteId, images, words, suggest, labels, refusals }}
      />
    </Shell>
  )
}

/** The proposal as it goes together with the text of now; where it does not, as it was written. */
function startOf({ preview, newest, head }: CorrectionFound) {
  if (preview?.outcome === 'clean')
    return { id: head.id, number: head.number, title: preview.title, markdown: preview.markdown }
  return {
    id: newest.baseRevisionId,
    number: newest.baseNumber,
    title: newest.title,
    markdown: newest.markdown,
  }
}

function clashOf({ preview, head, newest }: CorrectionFound) {
  if (preview?.outcome !== 'conflicting') return {}
  return { clash: { head, hunks: preview.hunks, title: preview.title, mergedTitle: newest.title } }
}
