import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { correctionPath } from '#lib/corrections/correction'
import { findReport } from '#lib/corrections/report-queries'
import { findTextToSuggest } from '#lib/corrections/text-to-suggest'
import { entryPath } from '#lib/entries/entry'
import { PageHead } from '#ui/page-head'
import { readEditWords } from '../_edit/edit-words.ts'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { CorrectionEditing } from './correction-editing.tsx'
import { correctionRefusals } from './correction-refusals.ts'
import { readSuggestWords } from './suggest-words.ts'

type Props = {
  kind: 'entry' | 'answer'
  shortId: string | null
  suggestPath: string
  /** The report that it mends, by short id. */
  report: string | undefined
}

/** The page on which a change to a whole text is suggested. */
export async function SuggestPage({ kind, shortId, suggestPath, report }: Props) {
  const viewer = await requireSignedIn(suggestPath)
  const found = shortId ? await findTextToSuggest(viewer, kind, shortId) : undefined
  if (!found) notFound()
  // Whoever has an open correction of this text goes on with that one.
  if (found.own) redirect(`${correctionPath(found.own.shortId)}/amend`)
  const { place, head, draft, images } = found
  const [t, { words, labels }, suggest, reported, refusals] = await Promise.all([
    getTranslations('corrections'),
    readEditWords(),
    readSuggestWords(),
    report ? findReport(viewer, report) : undefined,
    refusalWords(await correctionRefusals()),
  ])
  const page = entryPath({ shortId: place.entryShortId, title: place.title })
  return (
    <Shell>
      <PageHead title={t('suggestTitle')}>
        <p>
          <a href={page}>{place.title}</a>
        </p>
        <p>{t('suggestLead')}</p>
      </PageHead>
      {reported ? <blockquote className="passage">{reported.passage.quote}</blockquote> : null}
      <CorrectionEditing
        text={{
          kind: `suggest-${kind}`,
          id: place.subject.id,
          personId: viewer.id,
          head,
          draft: draft ? { ...draft, savedAt: draft.savedAt.getTime() } : null,
        }}
        sending={{
          way: 'suggest',
          target: { kind, id: place.subject.id },
          reportId: reported?.id ?? null,
          followsId: null,
        }}
        reasons={{
          kind: reported?.kind === 'outdated' ? 'outdated' : 'typo',
          rationale: reported?.why ?? '',
          evidence: reported?.evidence ?? [],
        }}
        path={kind === 'entry' ? page : `${page}#a-${place.shortId}`}
        editPath={suggestPath}
        noteId={place.noteId}
        {...{ images, words, suggest, labels, refusals }}
      />
    </Shell>
  )
}
