import { ListTree, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** On phones: the tree and search where the thumb is. Search is a link for those without scripts. */
export function ThumbBar() {
  const t = useTranslations('site')
  return (
    <nav className="thumb" aria-label={t('thumb')}>
      <button type="button" popoverTarget="tree">
        <ListTree aria-hidden="true" size={18} />
        {t('tree')}
      </button>
      <a href="/search" data-open-palette="">
        <Search aria-hidden="true" size={18} />
        {t('search')}
      </a>
    </nav>
  )
}
