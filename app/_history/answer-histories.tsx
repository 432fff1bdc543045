import { getTranslations } from 'next-intl/server'
import { listAnswers } from '#lib/entries/queries'
import { VersionLine } from '../entries/[entry]/version-line.tsx'

/** A question's text and its answers have histories of their own: the way to the answers'. */
export async function AnswerHistories({ entryId }: { entryId: string }) {
  const [t, answers] = await Promise.all([getTranslations('history'), listAnswers(entryId)])
  if (answers.length === 0) return null
  return (
    <section className="answer-histories" aria-labelledby="answer-histories">
      <h2 id="answer-histories">{t('answers')}</h2>
      <ul>
        {answers.map((answer, at) => (
          <li key={answer.id}>
            <a href={`/answers/${answer.shortId}/history`}>{t('answer', { number: at + 1 })}</a>
            <VersionLine text={answer} />
          </li>
        ))}
      </ul>
    </section>
  )
}
