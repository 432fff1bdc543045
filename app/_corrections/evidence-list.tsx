import { useTranslations } from 'next-intl'
import { type Evidence, standardUrl } from '#lib/corrections/evidence'

/** What backs a claim: links, standards with where to read them, and what running something printed. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const t = useTranslations('corrections')
  if (evidence.length === 0) return null
  return (
    <ul className="evidence">
      {evidence.map((each) => (
        <li key={JSON.stringify(each)}>
          {each.kind === 'link' ? (
            <a href={each.url} rel="nofollow noreferrer">
              {each.url}
            </a>
          ) : null}
          {each.kind === 'standard' ? <a href={standardUrl(each.name)}>{each.name}</a> : null}
          {each.kind === 'ran' ? (
            <figure>
              <figcaption>{t('ranThis')}</figcaption>
              <pre>{each.command}</pre>
              <pre>{each.output}</pre>
            </figure>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
