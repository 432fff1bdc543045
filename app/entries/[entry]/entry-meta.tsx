import { Copy, Repeat2, Tags } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type EntryState, entryPath, tagPath } from '#lib/entries/entry'
import { State } from '#ui/state'
import { useStateWords } from '../../_layout/state-words.ts'

type Encounter = { times: number; askedOn: string | null; precision: 'day' | 'month' | 'year' | 'unknown' }
type Props = {
  entry: { shortId: string; title: string | null; state: EntryState; createdBy: string }
  tags: { name: string }[]
  aliases: { alias: string }[]
  encounters: Encounter[]
}

/** How far it is answered, how often it was asked, what it belongs to. */
export function EntryMeta({ entry, tags, aliases, encounters }: Props) {
  const t = useTranslations('making')
  const met = useTranslations('encounters')
  const same = useTranslations('duplicates')
  const words = useStateWords()
  return (
    <div className="entry-meta">
      <State state={entry.state} word={words[entry.state]} />
      {encounters.length > 0 ? <Asked encounters={encounters} /> : null}
      {tags.map(({ name }) => (
        <a key={name} className="chip" href={tagPath(name)}>
          {name}
        </a>
      ))}
      <a className="button quiet" href={`${entryPath(entry)}/asked`} data-needs="member" hidden>
        <Repeat2 aria-hidden="true" size={14} />
        {met('title')}
      </a>
      <a className="button quiet" href={`${entryPath(entry)}/same`} data-needs="member" hidden>
        <Copy aria-hidden="true" size={14} />
        {same('sameTitle')}
      </a>
      <a
        className="button quiet name-link"
        href={`${entryPath(entry)}/tags`}
        data-fresh=""
        data-needs="editor"
        data-own={entry.createdBy}
        hidden
      >
        <Tags aria-hidden="true" size={14} />
        {t('naming')}
      </a>
      {aliases.length > 0 ? (
        <p className="aliases">
          {t('alsoCalled', { names: aliases.map(({ alias }) => alias).join(t('and')) })}
        </p>
      ) : null}
    </div>
  )
}

function Asked({ encounters }: { encounters: Encounter[] }) {
  const t = useTranslations('entry')
  const last = useAskedOn(encounters[0])
  const times = encounters.reduce((sum, encounter) => sum + encounter.times, 0)
  return (
    <span className="asked">
      <Repeat2 aria-hidden="true" size={16} />
      {last ? t('askedLast', { times, last }) : t('asked', { times })}
    </span>
  )
}

/** The newest date as exactly as it is known. */
function useAskedOn(encounter: Encounter | undefined): string | null {
  const format = useFormatter()
  if (!encounter?.askedOn || encounter.precision === 'unknown') return null
  return format.dateTime(new Date(`${encounter.askedOn}T00:00:00Z`), {
    year: 'numeric',
    month: encounter.precision === 'year' ? undefined : 'long',
    day: encounter.precision === 'day' ? 'numeric' : undefined,
  })
}
