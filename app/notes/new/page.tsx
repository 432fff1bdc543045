import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mayLayOut } from '#lib/notes/policy'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { NoteForm } from '../../_making/note-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('newNote'), robots: { index: false } }
}

/** Makes an empty note. */
export default async function NewNotePage() {
  const viewer = await requireSignedIn('/notes/new')
  if (!mayLayOut(viewer)) notFound()
  const t = await getTranslations('making')
  return (
    <Shell place={{ page: 'notes' }}>
      <PageHead title={t('newNote')}>
        <p>{t('newNoteHint')}</p>
      </PageHead>
      <NoteForm
        operationId={randomUUID()}
        refusals={await refusalWords({ 'field.title': t('titleWrong') })}
        labels={{ title: t('noteTitle'), submit: t('makeNote') }}
      />
    </Shell>
  )
}
