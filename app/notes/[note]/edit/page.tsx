import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { notePath } from '#lib/entries/entry'
import { mayLayOut } from '#lib/notes/policy'
import { findNote } from '#lib/notes/queries'
import { parseSlugId } from '#lib/text/slug'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { RenameForm } from '../../../_making/rename-form.tsx'

type Props = { params: Promise<{ note: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('renameNote'), robots: { index: false } }
}

/** Gives a note another name. */
export default async function RenameNotePage({ params }: Props) {
  const segment = decodeSegment((await params).note)
  const viewer = await requireSignedIn(`/notes/${encodeURIComponent(segment)}/edit`)
  const shortId = parseSlugId(segment)
  const note = shortId && mayLayOut(viewer) ? await findNote(shortId) : undefined
  if (!note) notFound()
  const t = await getTranslations('making')
  return (
    <Shell>
      <PageHead title={t('renameNote')}>
        <p>
          <a href={notePath(note)}>{note.title}</a>
        </p>
      </PageHead>
      <RenameForm
        note={note}
        refusals={await refusalWords({ 'field.title': t('titleWrong') })}
        labels={{
          title: t('noteTitle'),
          submit: t('rename'),
          renamed: t('renamed'),
          toNote: t('toNote'),
          undo: t('undo'),
        }}
      />
    </Shell>
  )
}
