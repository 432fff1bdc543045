import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { notePath } from '#lib/entries/entry'
import { findSectionToEdit } from '#lib/entries/find-section-to-edit'
import { parseSlugId } from '#lib/text/slug'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { readEditWords } from '../../../_edit/edit-words.ts'
import { TextEditing } from '../../../_edit/text-editing.tsx'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'

type Props = { params: Promise<{ section: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editPage'))('section'), robots: { index: false } }
}

/** Edits a section: its title and what is said below it. */
export default async function EditSectionPage({ params }: Props) {
  const shortId = parseSlugId(decodeSegment((await params).section))
  const editPath = `/sections/${shortId}/edit`
  const viewer = await requireSignedIn(editPath)
  const found = shortId ? await findSectionToEdit(viewer, shortId) : undefined
  if (!found) notFound()
  const { place, head, draft, images, isAllowed } = found
  const path = `${notePath(place.note)}#s-${place.shortId}`
  const t = await getTranslations('editPage')
  const title = (
    <PageHead title={isAllowed ? t('section') : t('forbidden')}>
      <p>
        <a href={path}>{`${place.note.title} · ${head.title}`}</a>
      </p>
    </PageHead>
  )
  if (!isAllowed)
    return (
      <Shell>
        {title}
        <EmptyState title={t('forbiddenHint')} />
      </Shell>
    )
  const { words, labels } = await readEditWords()
  return (
    <Shell>
      {title}
      <TextEditing
        text={{
          kind: 'section',
          id: place.id,
          personId: viewer.id,
          head,
          draft: draft
            ? { ...draft, baseId: draft.baseId ?? head.id, savedAt: draft.savedAt.getTime() }
            : null,
        }}
        noteId={place.noteId}
        {...{ path, editPath, images, words, labels }}
        refusals={await refusalWords()}
      />
    </Shell>
  )
}
