import { getTranslations } from 'next-intl/server'
import { AuditFilter, auditPage, listEvents } from '#lib/admin/audit-queries'
import { EmptyState } from '#ui/empty-state'
import { AdminPage } from '../admin-page.tsx'
import { requireAdmin } from '../require-admin.ts'
import { EventRow } from './event-row.tsx'
import { eventWords } from './event-words.ts'

/** What actions begin with. */
const groups = [
  'session',
  'password',
  'second_factor',
  'identity',
  'profile',
  'person',
  'invitation',
  'settings',
  'note',
  'entry',
  'answer',
  'picture',
]

type Props = { searchParams: Promise<Record<string, string>> }

/** Who did what, the newest first; the filter lives in the URL. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await requireAdmin('audit')
  const filter = AuditFilter.parse(await searchParams)
  const [t, words, events] = await Promise.all([
    getTranslations('admin'),
    eventWords(),
    listEvents(viewer, filter),
  ])
  const last = events.length === auditPage ? events.at(-1) : undefined
  return (
    <AdminPage place="audit">
      <form className="form" data-inline action="/admin/audit">
        <label className="field">
          <span>{t('filterAction')}</span>
          <select name="action" defaultValue={filter.action}>
            <option value="">{words('all')}</option>
            {[...new Set([...groups, filter.action].filter(Boolean))].map((group) => (
              <option key={group} value={group}>
                {words(group)}
              </option>
            ))}
          </select>
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
              <EventRow key={event.id} event={event} words={words} />
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

function olderThan({ action, from, to, actor }: AuditFilter, id: number): URLSearchParams {
  const given = Object.entries({ action, from, to, actor }).filter(([, value]) => value)
  return new URLSearchParams([
    ...given.map(([name, value]): [string, string] => [name, String(value)]),
    ['before', String(id)],
  ])
}
