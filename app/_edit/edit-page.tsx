import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { findTextToEdit } from '#lib/entries/editing-queries'
import { entryPath } from '#lib/entries/entry'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { readEditWords } from './edit-words.ts'
import { findUndoing } from './find-undoing.ts'
import { TextEditing } from './text-editing.tsx'

type Props = {
  kind: 'entry' | 'answer'
  shortId: string | null
  editPath: string
  /** The version that is to be taken back by hand. */
  undo: string | string[] | undefined
}

/** The page on which a question or an answer is edited; guests sign in first, others without the right are told so. */
export async function EditPage({ kind, shortId, editPath, undo }: Props) {
  const viewer = await requireSignedIn(undo ? `${editPath}?undo=${undo}` : editPath)
  const found = shortId ? await findTextToEdit(viewer, kind, shortId) : undefined
  if (!found) notFound()
  const { place, head, draft, images, isAllowed } = found
  const page = entryPath({ shortId: place.entryShortId, title: place.title })
  const t = await getTranslations('editPage')
  const name = <a href={page}>{place.title}</a>
  if (!isAllowed)
    return (
      <Shell>
        <PageHead title={t('forbidden')}>{name}</PageHead>
        <EmptyState title={t('forbiddenHint')} />
      </Shell>
    )
  const { words, labels } = await readEditWords()
  return (
    <Shell>
      <PageHead title={kind === 'entry' ? t('question') : t('answer')}>
        <p>{name}</p>
      </PageHead>
      <TextEditing
        text={{
          kind,
          id: place.subject.id,
          personId: viewer.id,
          head,
          draft: draft
            ? { ...draft, baseId: draft.baseId ?? head.id, savedAt: draft.savedAt.getTime() }
            : null,
        }}
        path={kind === 'entry' ? page : `${page}#a-${place.shortId}`}
        noteId={place.noteId}
        {...{ editPath, images, words, labels }}
        refusals={await refusalWords()}
        undoing={await findUndoing(viewer, place.subject, undo)}
      />
    </Shell>
  )
}
