import { useTranslations } from 'next-intl'

type Props = { path: string; number: number; newest: number }

/** What editors can do with a version; the reader's script shows it to them (see app/_reader/viewer). */
export function RevisionActions({ path, number, newest }: Props) {
  const t = useTranslations('history')
  return (
    <>
      {number < newest ? (
        <a href={`${path}/history/${number}/restore`} data-needs="editor" rel="nofollow" hidden>
          {t('restore')}
        </a>
      ) : null}
      {number > 1 ? (
        <a href={`${path}/history/${number}/undo`} data-needs="editor" rel="nofollow" hidden>
          {t('undo')}
        </a>
      ) : null}
    </>
  )
}
