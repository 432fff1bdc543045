import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** A search field that works as a form, and shows results below while typing where scripts run. */
export function SearchBox({
  id,
  size = 'bar',
  query,
}: {
  id: string
  size?: 'bar' | 'large'
  query?: string
}) {
  const t = useTranslations('search')
  const list = `${id}-results`
  return (
    <search>
      <form className="search" action="/search" data-search="" data-size={size}>
        <label htmlFor={id} className="sr-only">
          {t('label')}
        </label>
        <div className="search-field">
          <Search aria-hidden="true" size={size === 'large' ? 20 : 16} />
          <ul className="filter-chips" aria-label={t('filter')} data-filters="" hidden />
          <input
            id={id}
            name="q"
            type="search"
            maxLength={200}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            placeholder={t('placeholder')}
            defaultValue={query}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls={list}
          />
          <span aria-hidden="true">
            <kbd data-mod="K">Ctrl K</kbd>
          </span>
        </div>
        <div className="search-panel" hidden data-panel="">
          <p className="search-status" role="status" data-status="" />
          <div id={list} role="listbox" aria-label={t('results')} />
        </div>
      </form>
    </search>
  )
}
