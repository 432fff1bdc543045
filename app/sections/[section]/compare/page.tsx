import { getTranslations } from 'next-intl/server'
import { ComparePage } from '../../../_history/compare-page.tsx'
import type { CompareSearch } from '../../../_history/compare-query.ts'
import { placeMetadata, requireSectionPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string }>; searchParams: Promise<CompareSearch> }

export async function generateMetadata({ params }: Props) {
  const place = await requireSectionPlace((await params).section)
  return placeMetadata(place, (await getTranslations('compare'))('title'))
}

/** Two versions of a section beside each other. */
export default async function CompareSectionPage({ params, searchParams }: Props) {
  const [{ section }, search] = await Promise.all([params, searchParams])
  const place = await requireSectionPlace(section)
  return <ComparePage place={place} search={search} />
}
