import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireAnswerPlace } from '../../../../../_history/require-place.ts'
import { RestorePage } from '../../../../../_history/restore-page.tsx'

type Props = { params: Promise<{ answer: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { answer, number } = await params
  const place = await requireAnswerPlace(answer)
  return placeMetadata(place, (await getTranslations('restore'))('undoTitle', { number }))
}

/** Taking one version of an answer back: shows what would change, and one button. */
export default async function UndoAnswerPage({ params }: Props) {
  const { answer, number } = await params
  const place = await requireAnswerPlace(answer)
  return <RestorePage place={place} number={number} way="undo" />
}
