import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireEntryPlace } from '../../../../_history/require-place.ts'
import { RevisionPage } from '../../../../_history/revision-page.tsx'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}`)
  return placeMetadata(place, (await getTranslations('history'))('version', { number }))
}

/** One version of a question. */
export default async function EntryRevisionPage({ params }: Props) {
  const { entry, number } = await params
  const place = await requireEntryPlace(entry, `/history/${number}`)
  return <RevisionPage place={place} number={number} />
}
