import { getTranslations } from 'next-intl/server'
import { HistoryPage } from '../../../_history/history-page.tsx'
import { placeMetadata, requireSectionPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string }>; searchParams: Promise<{ offset?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireSectionPlace((await params).section)
  return placeMetadata(place, (await getTranslations('history'))('title'))
}

/** The versions of a section. */
export default async function SectionHistoryPage({ params, searchParams }: Props) {
  const place = await requireSectionPlace((await params).section)
  return <HistoryPage place={place} search={await searchParams} />
}
