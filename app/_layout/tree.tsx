import {
  Bell,
  CircleDashed,
  Copy,
  History,
  House,
  type LucideIcon,
  Repeat2,
  SpellCheck,
  Tags,
  Trash2,
  Wrench,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notePath } from '#lib/entries/entry'
import { listNotes } from '#lib/notes/queries'
import { madeFrom } from '#lib/pages/tags'
import { type TreeNote, TreeSections } from './tree-sections.tsx'

export type TreePlace = {
  page?:
    | 'home'
    | 'unanswered'
    | 'tags'
    | 'repairs'
    | 'notifications'
    | 'corrections'
    | 'activity'
    | 'trash'
    | 'notes'
  note?: TreeNote
}

/** The shelf: places, then notes by name, of which only the current one shows its sections. A drawer on phones. */
export async function Tree({ place = {} }: { place?: TreePlace }) {
  madeFrom('notes')
  const [t, notes] = await Promise.all([getTranslations('tree'), listNotes()])
  return (
    <nav id="tree" className="tree" popover="auto" aria-label={t('label')}>
      <ul>
        <Place href="/" icon={House} name={t('home')} current={place.page === 'home'} />
        <Place
          href="/unanswered"
          icon={CircleDashed}
          name={t('unanswered')}
          current={place.page === 'unanswered'}
        />
        <Place href="/tags" icon={Tags} name={t('tags')} current={place.page === 'tags'} />
        <Place href="/repairs" icon={Wrench} name={t('repairs')} current={place.page === 'repairs'} />
        <Place href="/asked" icon={Repeat2} name={t('asked')} needs="member" />
        <Place href="/duplicates" icon={Copy} name={t('duplicates')} needs="member" />
        <Place href="/activity" icon={History} name={t('activity')} current={place.page === 'activity'} />
        <Place
          href="/notifications"
          icon={Bell}
          name={t('notifications')}
          current={place.page === 'notifications'}
          needs="member"
        />
        <Place
          href="/corrections"
          icon={SpellCheck}
          name={t('corrections')}
          current={place.page === 'corrections'}
          needs="member"
        />
        <Place
          href="/trash"
          icon={Trash2}
          name={t('trash')}
          current={place.page === 'trash'}
          needs="member"
        />
      </ul>
      <h2>
        <a href="/notes" aria-current={place.page === 'notes' ? 'page' : undefined}>
          {t('notes')}
        </a>
      </h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <a href={notePath(note)} aria-current={currentOf(note.id, place.note)}>
              {note.title}
            </a>
            {note.id === place.note?.id ? <TreeSections note={place.note} /> : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currentOf(id: string, note: TreeNote | undefined): 'page' | 'true' | undefined {
  if (id !== note?.id) return undefined
  return note.entry ? 'true' : 'page'
}

function Place({ href, icon: Icon, name, current, needs }: PlaceProps) {
  return (
    <li data-needs={needs} hidden={needs !== undefined}>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <Icon aria-hidden="true" size={16} />
        {name}
        {needs ? <span className="count" data-count={href} /> : null}
      </a>
    </li>
  )
}

type PlaceProps = {
  href: string
  icon: LucideIcon
  name: string
  current?: boolean
  /** Whom the place is for, where it is not for every reader: shown once that is known, with how much waits there. */
  needs?: 'member'
}
