import { getTranslations } from 'next-intl/server'
import { AuditFilter, auditPage, listEvents } from '#lib/admin/audit-queries'
import { EmptyState } from '#ui/empty-state'
import { Time } from '#ui/time'
import { AdminPage, requireAdmin } from '../admin-page.tsx'

type Props = { searchParams: Promise<Record<string, string>> }

/** Who did what, the newest first; the filter lives in the URL. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await requireAdmin('audit')
  const filter = AuditFilter.parse(await searchParams)
  const [t, events] = await Promise.all([getTranslations('admin'), listEvents(viewer, filter)])
  const last = events.length === auditPage ? events.at(-1) : undefined
  return (
    <AdminPage place="audit">
      <form className="form" data-inline action="/admin/audit">
        <label className="field">
          <span>{t('filterAction')}</span>
          <input name="action" defaultValue={filter.action} maxLength={50} />
        </label>
        <label className="field">
          <span>{t('from')}</span>
          <input name="from" type="date" defaultValue={filter.from} />
        </label>
        <label className="field">
          <span>{t('to')}</span>
          <input name="to" type="date" defaultValue={filter.to} />
        </label>
        {filter.actor ? <input type="hidden" name="actor" value={filter.actor} /> : null}
        <button type="submit" className="button">
          {t('filter')}
        </button>
      </form>
      {events.length === 0 ? <EmptyState title={t('noEvents')} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className="events-scroll" aria-label={t('audit')} tabIndex={0}>
        <table className="events">
          <thead>
            <tr>
              <th>{t('when')}</th>
              <th>{t('who')}</th>
              <th>{t('what')}</th>
              <th>{t('which')}</th>
              <th>{t('detail')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.id}>
                <td>
                  <Time at={event.at} />
                </td>
                <td>
                  {event.actorId ? (
                    <a href={`/admin/audit?actor=${event.actorId}`}>{event.actor}</a>
                  ) : (
                    t('nobody')
                  )}
                </td>
                <td>{event.action}</td>
                <td>{event.object ?? event.objectKind}</td>
                <td>{detailOf(event.detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {last ? (
        <p>
          <a className="more" href={`/admin/audit?${olderThan(filter, last.id)}`}>
            {t('older')}
          </a>
        </p>
      ) : null}
    </AdminPage>
  )
}

function detailOf(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
}

function olderThan({ action, from, to, actor }: AuditFilter, id: number): URLSearchParams {
  const given = Object.entries({ action, from, to, actor }).filter(([, value]) => value)
  return new URLSearchParams([
    ...given.map(([name, value]): [string, string] => [name, String(value)]),
    ['before', String(id)],
  ])
}
