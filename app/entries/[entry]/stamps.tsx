import { BadgeAlert, BadgeCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { listVerifications } from '#lib/answers/verification-queries'
import { Time } from '#ui/time'

type Verification = Awaited<ReturnType<typeof listVerifications>>[number]

type Props = {
  id: string
  verifications: Verification[]
  /** Of the text as it stands. */
  number: number
  /** Where two of its versions are compared. */
  comparePath: string
}

/** Who checked a text against what; one that has changed since says so, with what changed. */
export function Stamps({ id, verifications, number, comparePath }: Props) {
  const t = useTranslations('answers')
  return (
    <ul className="stamps" id={id} data-part="">
      {verifications.map((stamp) => (
        <li key={stamp.id} data-current={stamp.isCurrent}>
          {stamp.isCurrent ? (
            <BadgeCheck aria-hidden="true" size={16} />
          ) : (
            <BadgeAlert aria-hidden="true" size={16} />
          )}
          <span>
            {stamp.isCurrent
              ? t('checked', { against: stamp.against, name: stamp.person, number: stamp.number })
              : t('changedSince', { against: stamp.against, name: stamp.person, number: stamp.number })}
          </span>
          <Time at={stamp.at} />
          {stamp.evidence.map((evidence) =>
            evidence.kind === 'link' ? (
              <a key={evidence.url} href={evidence.url} rel="nofollow ugc">
                {t('source')}
              </a>
            ) : null,
          )}
          {stamp.isCurrent ? null : (
            <a href={`${comparePath}?from=${stamp.number}&to=${number}`}>{t('seeChanges')}</a>
          )}
          <button
            type="button"
            className="button quiet"
            data-send={`/api/verifications/${stamp.id}`}
            data-method="DELETE"
            data-done={t('withdrawn')}
            data-needs="author"
            data-own={stamp.personId}
            hidden
          >
            {t('withdraw')}
          </button>
        </li>
      ))}
    </ul>
  )
}
