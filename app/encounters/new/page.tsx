import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mostQuestions } from '#lib/encounters/interview'
import { listCompanies } from '#lib/encounters/queries'
import { listNotes } from '#lib/notes/queries'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { occasionLabels } from '../occasion-labels.ts'
import { InterviewForm } from './interview-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('encounters'))('newTitle'), robots: { index: false } }
}

/** The questions of one interview, pasted, each matched to one that is here or made a new one. */
export default async function NewEncountersPage() {
  const viewer = await requireSignedIn('/encounters/new')
  const [t, companies, notes, occasion] = await Promise.all([
    getTranslations('encounters'),
    listCompanies(viewer),
    listNotes(),
    occasionLabels(),
  ])
  const labels = {
    ...occasion,
    text: t('text'),
    textHint: t('textHint', { most: mostQuestions }),
    match: t('match'),
    choose: t('choose'),
    known: t('known'),
    asNew: t('asNew'),
    skip: t('skip'),
    note: t('note'),
    save: t('saveAll'),
    // With its places for the numbers, which the browser fills in.
    saved: String(t.raw('savedAll')),
    toAsked: t('toAsked'),
    undo: t('undo'),
    undone: t('undone'),
  }
  return (
    <Shell>
      <PageHead title={t('newTitle')}>
        <p>{t('newLead')}</p>
      </PageHead>
      <InterviewForm
        companies={companies}
        notes={notes.map(({ id, title }) => ({ value: id, label: title }))}
        labels={labels}
        refusals={await refusalWords({ 'field.when': t('whenWrong'), 'field.text': t('textWrong') })}
      />
    </Shell>
  )
}
