import { BadgeAlert, BadgeCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { listVerifications } from '#lib/answers/verification-queries'
import { standardUrl } from '#lib/corrections/evidence'
import { languageOf } from '#lib/text/language'
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
            {stamp.isCurrent ? t.rich('checked', saidBy(stamp)) : t.rich('changedSince', saidBy(stamp))}
          </span>
          <Time at={stamp.at} />
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
          {stamp.evidence.map((each) =>
            each.kind === 'note' ? (
              <p key={each.text} lang={languageOf(each.text)}>
                {each.text}
              </p>
            ) : null,
          )}
        </li>
      ))}
    </ul>
  )
}

/** The name of what it was checked against leads to where that can be read. */
function saidBy({ against, evidence, person, number }: Verification) {
  const url = evidence.flatMap((each) => (each.kind === 'link' ? [each.url] : []))[0] ?? standardUrl(against)
  const source = () =>
    url ? (
      <a href={url} rel="nofollow ugc">
        {against}
      </a>
    ) : (
      against
    )
  return { source, name: person, number }
}
