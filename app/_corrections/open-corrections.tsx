import { MessageSquareWarning } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { anyReader } from '#lib/auth/viewer'
import { correctionPath, reportPath } from '#lib/corrections/correction'
import { listCorrectionsOfEntry, listReportsOfEntry } from '#lib/corrections/passage-queries'
import { languageOf } from '#lib/text/language'

/** What is doubted about a question and its answers, so that nobody learns a mistake that others have seen. */
export async function OpenCorrections({ entryId }: { entryId: string }) {
  const [t, kinds, reportKinds, corrections, reports] = await Promise.all([
    getTranslations('corrections'),
    getTranslations('correctionKind'),
    getTranslations('reportKind'),
    listCorrectionsOfEntry(anyReader, entryId),
    listReportsOfEntry(anyReader, entryId),
  ])
  const open = [
    ...corrections
      .filter(({ state }) => state === 'open')
      .map(({ shortId, kind, rationale, author }) => ({
        href: correctionPath(shortId),
        kind: kinds(kind),
        says: rationale.split('\n')[0] || t('proposedBy', { name: author }),
      })),
    ...reports
      .filter(({ closedAt }) => closedAt === null)
      .map(({ shortId, kind, why, passage }) => ({
        href: reportPath(shortId),
        kind: reportKinds(kind),
        says: why.split('\n')[0] || t('about', { quote: passage.quote.slice(0, 60) }),
      })),
  ]
  return (
    <div id="doubted" data-part="">
      {open.length > 0 ? <Doubted open={open} words={t('openHere', { count: open.length })} /> : null}
    </div>
  )
}

type Doubt = { href: string; kind: string; says: string }

function Doubted({ open, words }: { open: Doubt[]; words: string }) {
  return (
    <section className="open-corrections" aria-labelledby="open-corrections">
      <h2 id="open-corrections">
        <MessageSquareWarning aria-hidden="true" size={16} />
        {words}
      </h2>
      <ul>
        {open.map(({ href, kind, says }) => (
          <li key={href}>
            <span className="kind">{kind}</span>
            <a href={href} lang={languageOf(says)}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
