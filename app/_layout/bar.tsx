import { Bell, Plus, Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SearchBox } from '#ui/search-box'
import { Mark } from './mark.tsx'
import { Settings } from './settings.tsx'

/** The top of every page: name, search, settings. */
export function Bar({ search, newPath }: { search: boolean; newPath: string }) {
  const t = useTranslations('site')
  return (
    <header className="bar">
      <a className="wordmark" href="/" aria-label={t('home')}>
        <Mark />
        Errata
      </a>
      <div className="bar-search">{search ? <SearchBox id="search" /> : null}</div>
      <div className="bar-end">
        <a
          className="button quiet bar-new"
          href={newPath}
          data-new=""
          data-fresh=""
          data-needs="member"
          title={`${t('new')} (n)`}
          hidden
        >
          <Plus aria-hidden="true" size={17} />
          <span>{t('new')}</span>
        </a>
        <a className="button quiet" href="/searches" data-needs="editor" hidden>
          {t('searches')}
        </a>
        <a className="button quiet" href="/admin" data-needs="admin" hidden>
          {t('admin')}
        </a>
        <a className="bell" href="/notifications" data-needs="member" title={t('notifications')} hidden>
          <Bell aria-hidden="true" size={18} />
          <span className="sr-only">{t('notifications')}</span>
          <span className="count" data-count="/notifications" />
        </a>
        <a className="button quiet viewer" href="/sign-in" data-viewer="" suppressHydrationWarning>
          {t('signIn')}
        </a>
        <button
          type="button"
          className="icon-button"
          popoverTarget="settings"
          aria-label={t('settings')}
          title={t('settings')}
        >
          <Settings2 aria-hidden="true" size={18} />
        </button>
      </div>
      <Settings />
    </header>
  )
}
