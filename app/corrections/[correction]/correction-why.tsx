import { useTranslations } from 'next-intl'
import type { CorrectionFound } from '#lib/corrections/queries'
import { languageOf } from '#lib/text/language'
import { EvidenceList } from '../../_corrections/evidence-list.tsx'

/** Why the text should change, what backs it, and who else found the same. */
export function CorrectionWhy({ found: { newest, supporters, report } }: { found: CorrectionFound }) {
  const t = useTranslations('corrections')
  if (!newest.rationale && newest.evidence.length === 0 && supporters.length === 0 && !report) return null
  return (
    <section className="correction-why" aria-labelledby="why">
      <h2 id="why">{t('why')}</h2>
      {newest.rationale ? <p lang={languageOf(newest.rationale)}>{newest.rationale}</p> : null}
      <EvidenceList evidence={newest.evidence} />
      {report ? (
        <p>
          <a href={`/reports/${report.shortId}`}>{t('reportedBy', { name: report.author })}</a>
        </p>
      ) : null}
      {supporters.length > 0 ? (
        <p>{t('foundToo', { names: [...new Set(supporters.map(({ name }) => name))].join('、') })}</p>
      ) : null}
    </section>
  )
}
