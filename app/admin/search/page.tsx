import { getTranslations } from 'next-intl/server'
import { readSearchStatus } from '#lib/search/sync/queries'
import { ActionForm } from '#ui/action-form'
import { Time } from '#ui/time'
import { rebuildIndex } from '../../_actions/admin.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { AdminPage } from '../admin-page.tsx'
import { requireAdmin } from '../require-admin.ts'

/** How search is doing: engine, documents against entries, what waits and what was refused, and making the index anew. */
export default async function SearchAdminPage() {
  const viewer = await requireAdmin('search')
  const [t, status, refusals] = await Promise.all([
    getTranslations('searchAdmin'),
    readSearchStatus(viewer),
    refusalWords(),
  ])
  const { rebuild, lastReconciliation } = status
  const lead = status.documents === null ? t('degraded') : t('filling')
  return (
    <AdminPage place="search" lead={status.ready ? undefined : lead}>
      <dl className="facts">
        <dt>{t('engine')}</dt>
        <dd>{status.engine === 'postgres' ? t('embedded') : 'Meilisearch'}</dd>
        <dt>{t('documents')}</dt>
        <dd>{t('ofEntries', { documents: status.documents ?? '–', entries: status.entries })}</dd>
        <dt>{t('pending')}</dt>
        <dd>{status.pending}</dd>
        <dt>{t('parked')}</dt>
        <dd>{status.parked}</dd>
        <dt>{t('lag')}</dt>
        <dd>{t('seconds', { seconds: Math.round(status.lagSeconds) })}</dd>
        <dt>{t('reconciled')}</dt>
        <dd>
          {lastReconciliation ? (
            <>
              <Time at={lastReconciliation.at} /> · {t('found', lastReconciliation)}
            </>
          ) : (
            t('never')
          )}
        </dd>
      </dl>
      {status.problems.length > 0 ? (
        <ul className="rows-of-people">
          {status.problems.map(({ entryId, title, problem }) => (
            <li key={entryId}>
              <div>
                {title ?? entryId}
                <small>{problem}</small>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {rebuild ? (
        <p role="status">
          <progress value={rebuild.done ?? 0} max={rebuild.total ?? 1} />
          {t('rebuilding', { done: rebuild.done ?? 0, total: rebuild.total ?? 0 })}
        </p>
      ) : null}
      {status.engine === 'meilisearch' && !rebuild ? (
        <ActionForm
          action={rebuildIndex}
          refusals={refusals}
          submit={t('rebuild')}
          done={t('asked')}
          tone="plain"
        />
      ) : null}
      {status.engine === 'postgres' ? <p className="after">{t('byCommand')}</p> : null}
    </AdminPage>
  )
}
