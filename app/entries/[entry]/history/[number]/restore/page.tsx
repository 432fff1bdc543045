import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireEntryPlace } from '../../../../../_history/require-place.ts'
import { RestorePage } from '../../../../../_history/restore-page.tsx'

type Props = { params: Promise<{ entry: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}/restore`)
  return placeMetadata(place, (await getTranslations('restore'))('restoreTitle', { number }))
}

/** Making an old version of a question the newest again: shows what would change, and one button. */
export default async function RestoreEntryPage({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}/restore`)
  return <RestorePage place={place} number={number} way="restore" />
}
