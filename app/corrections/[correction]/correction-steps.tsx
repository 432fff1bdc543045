import { useTranslations } from 'next-intl'
import type { CorrectionFound } from '#lib/corrections/queries'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { useCorrectionWords } from '../../_corrections/correction-words.ts'

/** What happened to a correction, in order: its wordings and its decisions. */
export function CorrectionSteps({ found }: { found: CorrectionFound }) {
  const t = useTranslations('corrections')
  const stepWord = useTranslations('correctionStep')
  const { rejections, confirmations } = useCorrectionWords()
  const texts = found.answerShortId ? `/answers/${found.answerShortId}` : `/entries/${found.entry.shortId}`
  // What a partial acceptance left is a rev that nobody worded.
  const left = new Set(
    found.steps.flatMap(({ kind, at }) => (kind === 'accepted_part' ? [at.getTime()] : [])),
  )
  const worded = found.revs.filter(({ createdAt }) => !left.has(createdAt.getTime()))
  const revs = worded.map(({ number, author, createdAt }) => ({
    key: `rev ${number}`,
    at: createdAt,
    says:
      number === 1 ? t('stepProposed', { name: author }) : t('stepAmended', { name: author, rev: number }),
    reason: '',
    link: undefined,
  }))
  const steps = found.steps.map((step) => ({
    key: step.id,
    at: step.at,
    says: [
      stepWord(step.kind, { name: step.actorKind === 'system' ? t('system') : step.actor }),
      step.rejection ? rejections(step.rejection) : null,
      step.confirmation ? confirmations(step.confirmation) : null,
    ]
      .filter(Boolean)
      .join(t('colon')),
    reason: step.reason,
    link: step.resultNumber
      ? {
          href: `${texts}/compare?from=${step.resultNumber - 1}&to=${step.resultNumber}`,
          text: t('version', { number: step.resultNumber }),
        }
      : step.duplicateOfShortId
        ? { href: `/corrections/${step.duplicateOfShortId}`, text: t('thatOne') }
        : undefined,
  }))
  return (
    <section className="correction-steps" aria-labelledby="steps">
      <h2 id="steps">{t('course')}</h2>
      <ol>
        {[...revs, ...steps]
          .sort((a, b) => a.at.getTime() - b.at.getTime())
          .map(({ key, at, says, reason, link }) => (
            <li key={key}>
              <span>{says}</span> {link ? <a href={link.href}>{link.text}</a> : null} <Time at={at} />
              {reason ? <p lang={languageOf(reason)}>{reason}</p> : null}
            </li>
          ))}
      </ol>
    </section>
  )
}
