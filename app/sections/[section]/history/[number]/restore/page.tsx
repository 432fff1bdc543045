import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireSectionPlace } from '../../../../../_history/require-place.ts'
import { RestorePage } from '../../../../../_history/restore-page.tsx'

type Props = { params: Promise<{ section: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return placeMetadata(place, (await getTranslations('restore'))('restoreTitle', { number }))
}

/** Making an old version of a section the newest again: shows what would change, and one button. */
export default async function RestoreSectionPage({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return <RestorePage place={place} number={number} way="restore" />
}
