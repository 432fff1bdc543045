import { useTranslations } from 'next-intl'
import type { MergedQuestion } from '#lib/duplicates/merge-queries'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { Comments } from '../../_comments/comments.tsx'
import { CameFrom } from './came-from.tsx'
import type { SaidAnswer } from './read-answers.ts'
import { Stamps } from './stamps.tsx'
import { ProposedMark, StandardButtons, StandardMark } from './standard.tsx'
import { VerifyButton } from './verify-button.tsx'
import { VersionLine } from './version-line.tsx'
import { Votes } from './votes.tsx'

type Props = {
  answer: SaidAnswer
  /** Where there are several. */
  number?: number
  /** Of the question's page. */
  path: string
  /** Where it stood before merging. */
  origin: MergedQuestion | undefined
}

/** One answer with the line that says which version it is and whose, what people think of it, checked and say. */
export function AnswerArticle({ answer, number, path, origin }: Props) {
  const t = useTranslations('entry')
  const id = `a-${answer.shortId}`
  const owner = answer.origin === 'person' ? answer.authorId : undefined
  const stamps = `stamps-${answer.shortId}`
  return (
    <section className="answer" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`} className={number ? undefined : 'sr-only'}>
        {number ? <a href={`#${id}`}>{t('answer', { number })}</a> : t('onlyAnswer')}
      </h2>
      {answer.standard ? <StandardMark {...answer.standard} /> : null}
      {number ? <ProposedMark proposedBy={answer.proposedBy} /> : null}
      {/* Revisions hold nothing but what the rendering pipeline made. */}
      <div data-target={`answer:${answer.id}`} data-revision={answer.revisionId}>
        <Prose html={answer.html as TrustedHtml} />
      </div>
      <VersionLine
        text={answer}
        href={`/answers/${answer.shortId}/history`}
        edit={{ path: `/answers/${answer.shortId}/edit`, own: owner }}
        trash={answer.id}
      >
        <CameFrom origin={origin} />
      </VersionLine>
      <Stamps
        id={stamps}
        verifications={answer.verifications}
        number={answer.number}
        comparePath={`/answers/${answer.shortId}/compare`}
      />
      <div className="answer-acts">
        <Votes answer={answer} />
        <VerifyButton
          shortId={answer.shortId}
          path={`/api/answers/${answer.shortId}/verifications`}
          revisionId={answer.revisionId}
          part={stamps}
        />
        {number ? (
          <StandardButtons answer={answer} place={answer.standard?.place} proposedBy={answer.proposedBy} />
        ) : null}
      </div>
      <Comments
        on={{ kind: 'answer', id: answer.shortId }}
        namedBy={number ? `${id}-name` : undefined}
        threads={answer.threads}
        path={path}
        ownerId={owner}
      />
    </section>
  )
}
