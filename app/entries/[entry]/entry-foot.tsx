import { useTranslations } from 'next-intl'
import { Time } from '#ui/time'

type Change = { author: string; authorKind: 'person' | 'system'; changedAt: Date }
type Props = { entry: Change; answers: Change[]; sources: { target: string; label: string }[] }

/** Where the texts come from, and who touched them last. */
export function EntryFoot({ entry, answers, sources }: Props) {
  const t = useTranslations('entry')
  const last = [entry, ...answers].reduce((newest, change) =>
    change.changedAt > newest.changedAt ? change : newest,
  )
  return (
    <footer className="entry-foot">
      {sources.length > 0 ? <Sources sources={sources} /> : null}
      <p>
        {last.authorKind === 'system' ? t('lastImport') : t('lastChange', { author: last.author })}
        <Time at={last.changedAt} />
      </p>
    </footer>
  )
}

function Sources({ sources }: Pick<Props, 'sources'>) {
  const t = useTranslations('entry')
  const byTarget = new Map(sources.map((source) => [source.target, source]))
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <ul>
        {[...byTarget.values()].map(({ target, label }) => (
          <li key={target}>
            {/^https?:/i.test(target) ? <a href={target}>{label || target}</a> : label || target}
          </li>
        ))}
      </ul>
    </section>
  )
}
