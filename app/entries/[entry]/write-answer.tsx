import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { entryPath } from '#lib/entries/entry'

type Props = { entry: { shortId: string; title: string | null }; tone?: 'primary' | undefined }

/** The way to a new answer; hidden until the reader turns out to be signed in. */
export function WriteAnswer({ entry, tone }: Props) {
  const t = useTranslations('making')
  return (
    <p className="write-answer" data-needs="member" hidden>
      <a className="button" data-tone={tone} href={`${entryPath(entry)}/answer`} data-fresh="">
        <PenLine aria-hidden="true" size={15} />
        {t('newAnswer')}
      </a>
    </p>
  )
}
