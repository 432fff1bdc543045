import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { CorrectionFound } from '#lib/corrections/queries'
import { findRevision } from '#lib/entries/history-queries'
import { type Change, changesBetween } from '#lib/text/changes'
import { InContext } from '../../_corrections/in-context.tsx'
import { ConflictTexts } from '../../_history/conflict-texts.tsx'

/** What a correction changes: in the text as it stands while it is open, else in the text it was made for. */
export async function ProposedChange({ found }: { found: CorrectionFound }) {
  const { preview } = found
  if (!preview) return <Changes changes={await changesOfRev(found)} />
  if (preview.outcome === 'clean') return <Changes changes={preview.changes} />
  const t = await getTranslations('corrections')
  const restore = await getTranslations('restore')
  const isReopened = found.steps.some(({ kind, rev }) => kind === 'reopened' && rev === found.rev)
  if (preview.outcome === 'fulfilled')
    return <p className="correction-says">{isReopened ? t('reopenedSays') : t('fulfilled')}</p>
  const labels = {
    conflict: t('conflictSays'),
    without: t('proposed'),
    now: t('now'),
    nothing: restore('nothing'),
  }
  return (
    <>
      {preview.title ? (
        <ConflictTexts hunks={[{ kind: 'conflict', ...preview.title }]} labels={labels} />
      ) : null}
      <ConflictTexts hunks={preview.hunks} labels={labels} />
    </>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  const t = useTranslations('corrections')
  return (
    <section className="proposed" aria-label={t('change')}>
      {changes.map((change) => (
        <InContext key={change.id} change={change} />
      ))}
    </section>
  )
}

async function changesOfRev({ subject, newest }: CorrectionFound): Promise<Change[]> {
  const base = await findRevision(subject, newest.baseNumber)
  return base ? changesBetween(textOf(base), textOf(newest)) : []
}

const textOf = ({ title, markdown }: { title: string | null; markdown: string }) =>
  title === null ? markdown : `${title}\n\n${markdown}`
