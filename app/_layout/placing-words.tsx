import { useTranslations } from 'next-intl'

/** The words that the reader's script needs to move things and to bring them to the trash, for `data-placing`. */
export function usePlacingWords(): string {
  const t = useTranslations('placing')
  const refusal = useTranslations('refusal')
  return JSON.stringify({
    title: t('title'),
    note: t('note'),
    section: t('section'),
    noSection: t('noSection'),
    submit: t('submit'),
    cancel: t('cancel'),
    moved: t('moved'),
    trashed: t('trashed'),
    restored: t('restored'),
    undo: t('undo'),
    undone: t('undone'),
    failed: t('failed'),
    refusals: { forbidden: refusal('forbidden'), conflict: t('conflict'), 'not-found': t('gone') },
  })
}

/** The same words where no menu carries them. */
export function PlacingWords() {
  return <div data-placing={usePlacingWords()} hidden />
}
