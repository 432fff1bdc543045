import { CircleHelp, FileText, ListTree, type LucideIcon, MessageSquareText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { listTrash } from '#lib/trash/queries'
import { daysKept } from '#lib/trash/thing'
import { Time } from '#ui/time'
import { EraseForm } from './erase-form.tsx'
import { RestoreThing } from './restore-thing.tsx'

type Props = {
  thing: Awaited<ReturnType<typeof listTrash>>[number]
  /** Days. */
  left: number
  mayRestore: boolean
  mayErase: boolean
  refusals: Record<string, string>
}

const icons: Record<Props['thing']['kind'], LucideIcon> = {
  entry: CircleHelp,
  answer: MessageSquareText,
  section: ListTree,
  note: FileText,
}

/** One thing in the trash: what it is, who put it there and when, how long it stays, and the ways out. */
export function LyingRow({ thing, left, mayRestore, mayErase, refusals }: Props) {
  const t = useTranslations('placing')
  const names = {
    entry: t('kindEntry'),
    answer: t('kindAnswer'),
    section: t('kindSection'),
    note: t('kindNote'),
  }
  const { kind, id, title, excerpt, noteTitle, entries, trasher, trashedAt } = thing
  const Icon = icons[kind]
  const hidden = { kind, id }
  return (
    <li>
      <div>
        <span className="lying-title">
          <Icon aria-hidden="true" size={16} />
          {title}
        </span>
        {excerpt ? <small className="lying-excerpt">{excerpt}</small> : null}
        <small>
          {[
            names[kind],
            kind === 'note' ? '' : t('lyingIn', { note: noteTitle }),
            t('with', { entries }),
            t('by', { name: trasher ?? t('somebody') }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {' · '}
          <Time at={trashedAt} />
          {' · '}
          {left > 0 ? t('left', { days: left }) : t('over30', { days: daysKept })}
        </small>
      </div>
      <div className="actions">
        {mayRestore ? (
          <RestoreThing
            hidden={hidden}
            refusals={{ ...refusals, conflict: t('above') }}
            labels={{ submit: t('restore'), old: t('restored'), end: t('restoredAtEnd') }}
          />
        ) : null}
        {mayErase ? (
          <EraseForm
            hidden={hidden}
            refusals={refusals}
            labels={{ name: t('erase'), sure: t('eraseSure'), field: t('eraseField'), done: t('erased') }}
          />
        ) : null}
      </div>
    </li>
  )
}
