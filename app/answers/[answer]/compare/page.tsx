import { getTranslations } from 'next-intl/server'
import { ComparePage } from '../../../_history/compare-page.tsx'
import type { CompareSearch } from '../../../_history/compare-query.ts'
import { placeMetadata, requireAnswerPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ answer: string }>; searchParams: Promise<CompareSearch> }

export async function generateMetadata({ params }: Props) {
  const place = await requireAnswerPlace((await params).answer)
  return placeMetadata(place, (await getTranslations('compare'))('title'))
}

/** Two versions of an answer beside each other. */
export default async function CompareAnswerPage({ params, searchParams }: Props) {
  const [{ answer }, search] = await Promise.all([params, searchParams])
  const place = await requireAnswerPlace(answer)
  return <ComparePage place={place} search={search} />
}
