import { useTranslations } from 'next-intl'
import { languageOf } from '#lib/text/language'
import { readSummary } from './read-summary.ts'

/** Why a version was made; of what was taken over or brought back, from where. */
export function Summary({ version }: { version: { kind: string; summary: string } }) {
  const t = useTranslations('history')
  const made = readSummary(version)
  if (!made) return <span lang={languageOf(version.summary)}>{version.summary}</span>
  if (made.word !== 'takenFrom') return t(made.word, { number: made.number })
  const { title, path, number } = made
  const source = () => (
    <a href={path} lang={languageOf(title)}>
      {title}
    </a>
  )
  return <span className="taken-from">{t.rich('takenFrom', { number, source })}</span>
}
