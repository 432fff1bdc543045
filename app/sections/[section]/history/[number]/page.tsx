import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireSectionPlace } from '../../../../_history/require-place.ts'
import { RevisionPage } from '../../../../_history/revision-page.tsx'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return placeMetadata(place, (await getTranslations('history'))('version', { number }))
}

/** One version of a section. */
export default async function SectionRevisionPage({ params }: Props) {
  const { section, number } = await params
  const place = await requireSectionPlace(section)
  return <RevisionPage place={place} number={number} />
}
