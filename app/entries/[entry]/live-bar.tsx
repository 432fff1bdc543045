import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Text = { shortId: string; number: number }
type Props = { entry: Text & { id: string }; answers: Text[] }

/** Says that the page has changed since it was opened; empty and hidden until then, filled in by app/_reader/live-bar. */
export function LiveBar({ entry, answers }: Props) {
  const t = useTranslations('live')
  const shown = Object.fromEntries([entry, ...answers].map(({ shortId, number }) => [shortId, number]))
  return (
    <aside
      className="live-bar"
      aria-label={t('name')}
      data-live={`/api/entries/${entry.id}/live`}
      data-shown={JSON.stringify(shown)}
      data-saved={t.raw('saved')}
      data-added={t.raw('added')}
      data-other={t('other')}
      hidden
    >
      <output />
      <a className="button" href="#main" data-fresh="" hidden>
        {t('changes')}
      </a>
      <button type="button" className="button" data-live-reload="">
        {t('reload')}
      </button>
      <button type="button" className="icon-button" data-live-close="" title={t('close')}>
        <X aria-hidden="true" size={16} />
        <span className="sr-only">{t('close')}</span>
      </button>
    </aside>
  )
}
