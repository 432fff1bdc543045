import { useTranslations } from 'next-intl'
import type { listEvents } from '#lib/admin/audit-queries'
import { Time } from '#ui/time'

type Props = {
  event: Awaited<ReturnType<typeof listEvents>>[number]
  words: (action: string) => string
}

/** One event in words. */
export function EventRow({ event, words }: Props) {
  const t = useTranslations('admin')
  return (
    <tr>
      <td>
        <Time at={event.at} />
      </td>
      <td>
        {event.actorId ? <a href={`/admin/audit?actor=${event.actorId}`}>{event.actor}</a> : t('nobody')}
      </td>
      <td title={event.action}>{words(event.action)}</td>
      <td>{event.path ? <a href={event.path}>{event.object}</a> : event.object}</td>
      <td>{detailOf(event.detail, words)}</td>
    </tr>
  )
}

const isId = (value: unknown) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{64}$/.test(String(value))

/** Without ids and counts of nothing, which tell nobody anything. */
function detailOf(detail: Record<string, unknown>, words: Props['words']): string {
  return Object.entries(detail)
    .filter(([, value]) => !isId(value) && value !== 0 && value !== '')
    .map(([name, value]) => `${words(`detail.${name}`).replace('detail.', '')}: ${String(value)}`)
    .join(', ')
}
