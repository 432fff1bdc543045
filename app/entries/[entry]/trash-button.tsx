import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Puts an answer into the trash; hidden until the reader turns out to be one who may. `own` is whose it is. */
export function TrashButton({ id, own }: { id: string; own: string | undefined }) {
  const name = useTranslations('placing')('toTrash')
  return (
    <button
      type="button"
      className="button quiet trash-button"
      data-trash={id}
      data-kind="answer"
      data-needs="editor"
      data-own={own}
      aria-label={name}
      title={name}
      hidden
    >
      <Trash2 aria-hidden="true" size={14} />
    </button>
  )
}
