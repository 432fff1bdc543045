import { useTranslations } from 'next-intl'
import type { listAnswers } from '#lib/entries/queries'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { VersionLine } from './version-line.tsx'

type Answer = Awaited<ReturnType<typeof listAnswers>>[number]

/** One answer with the line that says which version it is and whose. Numbered where there are several. */
export function AnswerArticle({ answer, number }: { answer: Answer; number?: number }) {
  const t = useTranslations('entry')
  const id = `a-${answer.shortId}`
  return (
    <section className="answer" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`} className={number ? undefined : 'sr-only'}>
        {number ? <a href={`#${id}`}>{t('answer', { number })}</a> : t('onlyAnswer')}
      </h2>
      {/* Revisions hold nothing but what the rendering pipeline made. */}
      <div data-target={`answer:${answer.id}`} data-revision={answer.revisionId}>
        <Prose html={answer.html as TrustedHtml} />
      </div>
      <VersionLine
        text={answer}
        href={`/answers/${answer.shortId}/history`}
        edit={{
          path: `/answers/${answer.shortId}/edit`,
          own: answer.origin === 'person' ? answer.authorId : undefined,
        }}
      />
    </section>
  )
}
