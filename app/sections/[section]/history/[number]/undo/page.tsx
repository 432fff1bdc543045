import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireSectionPlace } from '../../../../../_history/require-place.ts'
import { RestorePage } from '../../../../../_history/restore-page.tsx'

type Props = { params: Promise<{ section: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return placeMetadata(place, (await getTranslations('restore'))('undoTitle', { number }))
}

/** Taking one version of a section back: shows what would change, and one button. */
export default async function UndoSectionPage({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return <RestorePage place={place} number={number} way="undo" />
}
