import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** From change to change; the buttons and the place are the script's, see app/_reader/changes. */
export function ChangeSteps({ total }: { total: number }) {
  const t = useTranslations('compare')
  return (
    <div className="change-steps">
      <p role="status" data-change-place="">
        {t('changes', { changes: total })}
      </p>
      <button type="button" className="icon-button" data-change="-1" title={`${t('previous')} (k)`} hidden>
        <ArrowUp aria-hidden="true" size={18} />
        <span className="sr-only">{t('previous')}</span>
      </button>
      <button type="button" className="icon-button" data-change="1" title={`${t('next')} (j)`} hidden>
        <ArrowDown aria-hidden="true" size={18} />
        <span className="sr-only">{t('next')}</span>
      </button>
    </div>
  )
}
