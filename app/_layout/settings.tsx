import { Monitor, Moon, Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { locales } from '#lib/i18n/locale'

const names = { 'zh-CN': '中文', en: 'English' }

/** Theme and language. The language works without scripts; the theme needs one, for it is kept in the browser alone. */
export function Settings() {
  const t = useTranslations('settings')
  const locale = useLocale()
  return (
    <div id="settings" popover="auto" className="settings">
      <fieldset className="segments" data-theme-switch="">
        <legend>{t('theme')}</legend>
        <Theme value="system" label={t('system')} icon={<Monitor aria-hidden="true" size={15} />} />
        <Theme value="light" label={t('light')} icon={<Sun aria-hidden="true" size={15} />} />
        <Theme value="dark" label={t('dark')} icon={<Moon aria-hidden="true" size={15} />} />
      </fieldset>
      <form className="segments" method="post" action="/language">
        <fieldset>
          <legend>{t('language')}</legend>
          {locales.map((value) => (
            <button
              key={value}
              type="submit"
              name="lang"
              value={value}
              lang={value}
              aria-pressed={value === locale}
            >
              {names[value]}
            </button>
          ))}
        </fieldset>
      </form>
    </div>
  )
}

function Theme({ value, label, icon }: { value: string; label: string; icon: React.ReactNode }) {
  return (
    <button type="button" data-theme-value={value} aria-pressed={value === 'system'}>
      {icon}
      {label}
    </button>
  )
}
