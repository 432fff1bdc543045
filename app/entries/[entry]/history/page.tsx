import { getTranslations } from 'next-intl/server'
import { HistoryPage } from '../../../_history/history-page.tsx'
import { placeMetadata, requireEntryPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<{ offset?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireEntryPlace((await params).entry, '/history')
  return placeMetadata(place, (await getTranslations('history'))('title'))
}

/** The versions of a question. */
export default async function EntryHistoryPage({ params, searchParams }: Props) {
  const place = await requireEntryPlace((await params).entry, '/history')
  return <HistoryPage place={place} search={await searchParams} />
}
