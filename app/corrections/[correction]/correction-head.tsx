import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CorrectionFound } from '#lib/corrections/queries'
import { entryPath, notePath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { useCorrectionWords } from '../../_corrections/correction-words.ts'
import { textAnchor } from '../../_corrections/text-anchor.ts'

/** Which text a correction is about, of what kind it is, by whom, and where it stands. */
export function CorrectionHead({ found }: { found: CorrectionFound }) {
  const t = useTranslations('corrections')
  const { kinds, states } = useCorrectionWords()
  const title = found.entry.title ?? ''
  const state = found.isUndone ? 'undone' : found.state
  return (
    <header className="page-head">
      <nav aria-label={t('breadcrumb')}>
        <ol className="breadcrumb">
          <li>
            <a href={notePath(found.note)}>{found.note.title}</a>
          </li>
          <li>
            <ChevronRight aria-hidden="true" size={14} />
            <a href={`${entryPath(found.entry)}${textAnchor(found.answerShortId)}`} lang={languageOf(title)}>
              {title}
            </a>
          </li>
        </ol>
      </nav>
      <h1>{found.answerId ? t('ofAnswer') : t('ofQuestion')}</h1>
      <p className="correction-line">
        <span className="kind">{kinds(found.kind)}</span>
        <span className="kind" data-correction-state={state}>
          {states(state)}
        </span>
        <span>{found.authorKind === 'system' ? t('byImport') : found.author}</span>
        <Time at={found.createdAt} />
        {found.rev > 1 ? <span>{t('rev', { rev: found.rev })}</span> : null}
      </p>
      {found.followsShortId ? (
        <p>
          <a href={`/corrections/${found.followsShortId}`}>{t('follows')}</a>
        </p>
      ) : null}
      {found.spreadFromShortId ? (
        <p>
          <a href={`/corrections/${found.spreadFromShortId}`}>{t('spreadFrom')}</a>
        </p>
      ) : null}
    </header>
  )
}
