import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SearchBox } from '#ui/search-box'
import { Mark } from './mark.tsx'
import { Settings } from './settings.tsx'

/** The top of every page: name, search, settings. */
export function Bar({ search }: { search: boolean }) {
  const t = useTranslations('site')
  return (
    <header className="bar">
      <a className="wordmark" href="/" aria-label={t('home')}>
        <Mark />
        Errata
      </a>
      <div className="bar-search">{search ? <SearchBox id="search" /> : null}</div>
      <div className="bar-end">
        <a className="button quiet" href="/searches" data-needs="editor" hidden>
          {t('searches')}
        </a>
        <a className="button quiet" href="/admin" data-needs="admin" hidden>
          {t('admin')}
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
