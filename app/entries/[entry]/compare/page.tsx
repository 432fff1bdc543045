import { getTranslations } from 'next-intl/server'
import { ComparePage } from '../../../_history/compare-page.tsx'
import { type CompareSearch, compareQuery } from '../../../_history/compare-query.ts'
import { placeMetadata, requireEntryPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<CompareSearch> }

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ entry }, search] = await Promise.all([params, searchParams])
  const place = await requireEntryPlace(entry, `/compare${compareQuery(search)}`)
  return placeMetadata(place, (await getTranslations('compare'))('title'))
}

/** Two versions of a question beside each other. */
export default async function CompareEntryPage({ params, searchParams }: Props) {
  const [{ entry }, search] = await Promise.all([params, searchParams])
  const place = await requireEntryPlace(entry, `/compare${compareQuery(search)}`)
  return <ComparePage place={place} search={search} />
}
