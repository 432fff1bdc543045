import { CircleAlert, Hand, Pin } from 'lucide-react'
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

type Answer = { shortId: string; revisionId: string }
type Props = {
  answer: Answer
  place: StandardPlace | undefined
  proposedBy: { personId: string; person: string }[]
}

/** Who would make an answer the standard one. */
export function ProposedMark({ proposedBy }: Pick<Props, 'proposedBy'>) {
  const t = useTranslations('answers')
  if (proposedBy.length === 0) return null
  return (
    <p className="standard" data-place="proposed">
      <Hand aria-hidden="true" size={15} />
      {t('proposedBy', { names: proposedBy.map(({ person }) => person).join(t('listAnd')) })}
    </p>
  )
}

/**
 * For editors: makes an answer the standard one, means its present wording, or takes that back; says no to whoever proposed it.
 * For members: proposes it, or takes that back.
 */
export function StandardButtons({ answer, place, proposedBy }: Props) {
  const t = useTranslations('answers')
  return (
    <>
      {place === 'pinned' ? null : (
        <ChooseButton
          answer={answer}
          isStandard={true}
          word={place ? t('keepStandard') : t('makeStandard')}
        />
      )}
      {place ? <ChooseButton answer={answer} isStandard={false} word={t('unmakeStandard')} /> : null}
      {proposedBy.length > 0 ? <DeclineButton answer={answer} /> : null}
      {place ? null : <ProposeButtons answer={answer} own={proposedBy.map(({ personId }) => personId)} />}
    </>
  )
}

export function ChooseButton({
  answer,
  isStandard,
  word,
}: {
  answer: Answer
  isStandard: boolean
  word: string
}) {
  const t = useTranslations('answers')
  const wanted = { answer: answer.shortId, revisionId: answer.revisionId, isStandard }
  return (
    <WishButton
      path={`/api/answers/${answer.shortId}/standard`}
      wanted={wanted}
      undo={{ ...wanted, isStandard: !isStandard }}
      done={isStandard ? t('isStandard') : t('isNoStandard')}
      word={word}
      needs="editor"
    />
  )
}

export function DeclineButton({ answer }: { answer: Answer }) {
  const t = useTranslations('answers')
  return (
    <button
      type="button"
      className="button quiet"
      data-send={`/api/answers/${answer.shortId}/standard/proposal`}
      data-method="DELETE"
      data-done={t('isDeclined')}
      data-reload=""
      data-needs="editor"
      hidden
    >
      {t('decline')}
    </button>
  )
}

function ProposeButtons({ answer, own }: { answer: Answer; own: string[] }) {
  const t = useTranslations('answers')
  const wish = (isProposed: boolean) => ({
    path: `/api/answers/${answer.shortId}/standard/proposal`,
    wanted: { revisionId: answer.revisionId, isProposed },
    undo: { revisionId: answer.revisionId, isProposed: !isProposed },
    own: own.join(' '),
  })
  return (
    <>
      <WishButton {...wish(true)} done={t('isProposed')} word={t('proposeStandard')} needs="other-member" />
      {own.length > 0 ? (
        <WishButton {...wish(false)} done={t('isUnproposed')} word={t('unpropose')} needs="author" />
      ) : null}
    </>
  )
}

type Wish = {
  path: string
  wanted: object
  undo: object
  done: string
  word: string
  needs: string
  /** The people who are meant by some needs. */
  own?: string
}

/** Says what is wanted, with the way back. The page comes anew: its answers may stand in another order. */
function WishButton({ path, wanted, undo, done, word, needs, own }: Wish) {
  const t = useTranslations('answers')
  return (
    <button
      type="button"
      className="button quiet"
      data-send={path}
      data-method="PUT"
      data-body={JSON.stringify(wanted)}
      data-undo={JSON.stringify(undo)}
      data-undo-word={t('undo')}
      data-done={done}
      data-reload=""
      data-needs={needs}
      data-own={own}
      hidden
    >
      <Pin aria-hidden="true" size={15} />
      {word}
    </button>
  )
}
