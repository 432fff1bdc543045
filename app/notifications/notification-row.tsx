import { useTranslations } from 'next-intl'
import { notificationPath, notificationWord } from '#lib/notifications/notification'
import type { NotificationItem } from '#lib/notifications/queries'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'

/** Who did what to which of one's things; opening it marks it as read. */
export function NotificationRow({ item }: { item: NotificationItem }) {
  const t = useTranslations('notificationKind')
  const word = notificationWord(item)
  const title = item.entryTitle ?? ''
  return (
    <li data-unread={item.readAt === null ? '' : undefined}>
      <a href={notificationPath(item)} data-notification={item.readAt === null ? item.id : undefined}>
        {t(word, { actor: item.actor ?? 'Errata' })}
        {title ? <span lang={languageOf(title)}>{title}</span> : null}
      </a>
      <Time at={item.createdAt} />
    </li>
  )
}
