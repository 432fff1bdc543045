import { useTranslations } from 'next-intl'

/** The list of keys, opened by `?`; single keys can be switched off (WCAG 2.1.4). */
export function KeysDialog() {
  const t = useTranslations('keys')
  return (
    <dialog id="keys" className="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('title')}</h2>
      <dl>
        <Key name={t('search')} keys={['Ctrl K', '/']} />
        <Key name={t('next')} keys={['j']} />
        <Key name={t('previous')} keys={['k']} />
        <Key name={t('copy')} keys={['c']} />
        <Key name={t('edit')} keys={['e']} />
        <Key name={t('history')} keys={['h']} />
        <Key name={t('suggest')} keys={['s']} />
        <Key name={t('accept')} keys={['a']} />
        <Key name={t('withChanges')} keys={['m']} />
        <Key name={t('reject')} keys={['x']} />
        <Key name={t('new')} keys={['n']} />
        <Key name={t('help')} keys={['?']} />
      </dl>
      <form method="dialog">
        <label>
          <input type="checkbox" data-single-keys="" defaultChecked /> {t('single')}
        </label>
        <button type="submit" className="button">
          {t('close')}
        </button>
      </form>
    </dialog>
  )
}

function Key({ name, keys }: { name: string; keys: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key} data-mod={key === 'Ctrl K' ? 'K' : undefined}>
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  )
}
