import { useTranslations } from 'next-intl'
import { correctionPath } from '#lib/corrections/correction'
import type { listCorrectionsOfEntry } from '#lib/corrections/passage-queries'
import { Time } from '#ui/time'
import { useCorrectionWords } from '../../_corrections/correction-words.ts'

type Props = { corrections: Awaited<ReturnType<typeof listCorrectionsOfEntry>> }

/** What else is proposed for the same question and its answers. */
export function OtherCorrections({ corrections }: Props) {
  const t = useTranslations('corrections')
  const { kinds } = useCorrectionWords()
  if (corrections.length === 0) return null
  return (
    <section className="correction-others" aria-labelledby="others">
      <h2 id="others">{t('others')}</h2>
      <ul>
        {corrections.map(({ id, shortId, kind, author, rationale, changedAt }) => (
          <li key={id}>
            <a href={correctionPath(shortId)}>{rationale.split('\n')[0] || kinds(kind)}</a>
            <small>
              {kinds(kind)} · {author} · <Time at={changedAt} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
