import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { notePath } from '#lib/entries/entry'
import { mayLayOut } from '#lib/notes/policy'
import { findNote, findOutline } from '#lib/notes/queries'
import { parseSlugId } from '#lib/text/slug'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../../_layout/refusals.ts'
import { Shell } from '../../../../_layout/shell.tsx'
import { choiceLabel, sectionChoices } from '../../../../_making/section-choices.ts'
import { SectionForm } from '../../../../_making/section-form.tsx'

type Props = {
  params: Promise<{ note: string }>
  searchParams: Promise<{ parent?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('newSection'), robots: { index: false } }
}

/** Makes an empty section in a note; `?parent=` is the short id of the one that it may belong to. */
export default async function NewSectionPage({ params, searchParams }: Props) {
  const segment = decodeSegment((await params).note)
  const parent = [(await searchParams).parent ?? ''].flat()[0] ?? ''
  const here = `/notes/${encodeURIComponent(segment)}/sections/new?${new URLSearchParams({ parent })}`
  const viewer = await requireSignedIn(here)
  const shortId = parseSlugId(segment)
  const note = shortId && mayLayOut(viewer) ? await findNote(shortId) : undefined
  if (!note) notFound()
  const [t, outline] = await Promise.all([getTranslations('making'), findOutline(note.id)])
  const sections = sectionChoices(outline)
  return (
    <Shell place={{ note: { ...note, outline } }}>
      <PageHead title={t('newSection')}>
        <p>
          <a href={notePath(note)}>{note.title}</a>
        </p>
      </PageHead>
      <SectionForm
        operationId={randomUUID()}
        noteId={note.id}
        parent={sections.find((section) => section.shortId === parent)?.id ?? ''}
        parents={[
          { value: '', label: t('noParent') },
          ...sections.map((section) => ({ value: section.id, label: choiceLabel(section) })),
        ]}
        refusals={await refusalWords({ 'field.title': t('titleWrong'), 'field.parent': t('tooDeep') })}
        labels={{ title: t('sectionTitle'), parent: t('parent'), submit: t('makeSection') }}
      />
    </Shell>
  )
}
