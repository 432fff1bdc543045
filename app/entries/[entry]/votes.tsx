import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useTranslations } from 'next-intl'

export type Counts = { up: number; down: number; fresh: number }

type Props = {
  answer: Counts & { shortId: string; revisionId: string; origin: 'import' | 'person'; authorId: string }
}

/** Votes on an answer as they were when the page was made; a script adds the reader's own, and takes new ones. */
export function Votes({ answer }: Props) {
  const t = useTranslations('answers')
  const words = {
    one: String(t.raw('one')),
    many: String(t.raw('many')),
    fresh: String(t.raw('fresh')),
    voted: t('voted'),
    retracted: t('retracted'),
    failed: t('failed'),
    tooMany: t('tooMany'),
    own: t('own'),
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and this is none.
    <div
      className="votes"
      role="group"
      aria-label={t('votes')}
      data-votes={answer.shortId}
      data-revision={answer.revisionId}
      data-on-wording={answer.fresh}
      data-author={answer.origin === 'person' ? answer.authorId : undefined}
      data-words={JSON.stringify(words)}
    >
      <button type="button" className="button quiet" data-vote="1" aria-pressed="false" title={t('up')}>
        <ThumbsUp aria-hidden="true" size={16} />
        <span className="sr-only">{t('up')}</span>
        <span data-tally="up">{answer.up}</span>
      </button>
      <button type="button" className="button quiet" data-vote="-1" aria-pressed="false" title={t('down')}>
        <ThumbsDown aria-hidden="true" size={16} />
        <span className="sr-only">{t('down')}</span>
        <span data-tally="down">{answer.down}</span>
      </button>
      <span data-tally="text">{inWords(answer, words)}</span>
      <span className="sr-only" role="status" />
    </div>
  )
}

type Words = { one: string; many: string; fresh: string }

/** "12 votes, 9 on this wording"; the script writes the same sentence after a vote. */
function inWords({ up, down, fresh }: Counts, words: Words): string {
  const count = up + down
  const votes = (count === 1 ? words.one : words.many).replace('{count}', String(count))
  if (count === 0) return ''
  return fresh === count ? votes : words.fresh.replace('{votes}', votes).replace('{count}', String(fresh))
}
