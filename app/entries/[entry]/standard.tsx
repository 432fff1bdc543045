import { CircleAlert, Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { StandardPlace } from '#lib/answers/standard'

export type StandardHere = { place: StandardPlace; number: number; by: string }

/** Says of an answer that editors chose it, and what has become of that since. */
export function StandardMark({ place, number, by }: StandardHere) {
  const t = useTranslations('answers')
  if (place === 'pinned')
    return (
      <p className="standard" title={t('standardBy', { name: by, number })}>
        <Pin aria-hidden="true" size={15} />
        {t('standard')}
      </p>
    )
  return (
    <p className="standard" data-place={place} title={t('standardBy', { name: by, number })}>
      <CircleAlert aria-hidden="true" size={15} />
      {place === 'overtaken' ? t('overtaken') : t('changed')}
    </p>
  )
}

type Props = { answer: { shortId: string; revisionId: string }; place: StandardPlace | undefined }

/** For editors: makes an answer the standard one, means its present wording, or takes that back. */
export function StandardButtons({ answer, place }: Props) {
  const t = useTranslations('answers')
  const button = (isStandard: boolean, word: string) => {
    const wanted = { answer: answer.shortId, revisionId: answer.revisionId, isStandard }
    return (
      <button
        type="button"
        className="button quiet"
        data-send={`/api/answers/${answer.shortId}/standard`}
        data-method="PUT"
        data-body={JSON.stringify(wanted)}
        data-undo={JSON.stringify({ ...wanted, isStandard: !isStandard })}
        data-undo-word={t('undo')}
        data-done={isStandard ? t('isStandard') : t('isNoStandard')}
        data-reload=""
        data-needs="editor"
        hidden
      >
        <Pin aria-hidden="true" size={15} />
        {word}
      </button>
    )
  }
  return (
    <>
      {place === 'pinned' ? null : button(true, place ? t('keepStandard') : t('makeStandard'))}
      {place ? button(false, t('unmakeStandard')) : null}
    </>
  )
}
