import { ImageOff, Unlink } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Problem = 'missing_image' | 'local_path' | 'bad_url' | 'missing_anchor'
type Repair = {
  problem: Problem | null
  target: string
  line: number
  place: string | null
  path: string
  note: { title: string }
}

/** What is broken, where, and the address as it was written. */
export function RepairList({ repairs }: { repairs: Repair[] }) {
  const t = useTranslations('repairs')
  return (
    <ul className="repairs">
      {repairs.map(({ problem, target, line, place, path, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server.
        <li key={at}>
          <span className="repair-problem">
            {problem === 'missing_image' ? (
              <ImageOff aria-hidden="true" size={16} />
            ) : (
              <Unlink aria-hidden="true" size={16} />
            )}
            {t(problem ?? 'bad_url')}
          </span>
          <a href={path}>{place}</a>
          <span className="row-aside">{t('where', { note: note.title, line })}</span>
          <code>{target}</code>
        </li>
      ))}
    </ul>
  )
}
