import { getTranslations } from 'next-intl/server'
import { HistoryPage } from '../../../_history/history-page.tsx'
import { placeMetadata, requireAnswerPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ answer: string }>; searchParams: Promise<{ offset?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireAnswerPlace((await params).answer)
  return placeMetadata(place, (await getTranslations('history'))('title'))
}

/** The versions of an answer. */
export default async function AnswerHistoryPage({ params, searchParams }: Props) {
  const place = await requireAnswerPlace((await params).answer)
  return <HistoryPage place={place} search={await searchParams} />
}
