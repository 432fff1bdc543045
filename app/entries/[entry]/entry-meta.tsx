import { Copy, Repeat2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type EntryState, tagPath } from '#lib/entries/entry'
import { State } from '#ui/state'
import { useStateWords } from '../../_layout/state-words.ts'

type Encounter = { times: number; askedOn: string | null; precision: 'day' | 'month' | 'year' | 'unknown' }
type Props = { state: EntryState; tags: { name: string }[]; encounters: Encounter[]; path: string }

/** How far it is answered, how often it was asked, what it belongs to. */
export function EntryMeta({ state, tags, encounters, path }: Props) {
  const met = useTranslations('encounters')
  const same = useTranslations('duplicates')
  const words = useStateWords()
  return (
    <div className="entry-meta">
      <State state={state} word={words[state]} />
      {encounters.length > 0 ? <Asked encounters={encounters} /> : null}
      {tags.map(({ name }) => (
        <a key={name} className="chip" href={tagPath(name)}>
          {name}
        </a>
      ))}
      <a className="button quiet" href={`${path}/asked`} data-needs="member" hidden>
        <Repeat2 aria-hidden="true" size={14} />
        {met('title')}
      </a>
      <a className="button quiet" href={`${path}/same`} data-needs="member" hidden>
        <Copy aria-hidden="true" size={14} />
        {same('sameTitle')}
      </a>
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
