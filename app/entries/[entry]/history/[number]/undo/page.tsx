import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireEntryPlace } from '../../../../../_history/require-place.ts'
import { RestorePage } from '../../../../../_history/restore-page.tsx'

type Props = { params: Promise<{ entry: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}/undo`)
  return placeMetadata(place, (await getTranslations('restore'))('undoTitle', { number }))
}

/** Taking one version of a question back: shows what would change, and one button. */
export default async function UndoEntryPage({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}/undo`)
  return <RestorePage place={place} number={number} way="undo" />
}
