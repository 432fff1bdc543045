import { useTranslations } from 'next-intl'

type Props = { path: string; number: number; newest: number; ownerId: string | null }

/** What editors and its owner can do with a version; the reader's script shows it to them (see app/_reader/viewer). */
export function RevisionActions({ path, number, newest, ownerId }: Props) {
  const t = useTranslations('history')
  const shownTo = { 'data-needs': 'editor', 'data-own': ownerId ?? undefined }
  return (
    <>
      {number < newest ? (
        <a href={`${path}/history/${number}/restore`} {...shownTo} rel="nofollow" hidden>
          {t('restore')}
        </a>
      ) : null}
      {number > 1 ? (
        <a href={`${path}/history/${number}/undo`} {...shownTo} rel="nofollow" hidden>
          {t('undo')}
        </a>
      ) : null}
    </>
  )
}
