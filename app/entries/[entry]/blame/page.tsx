import { getTranslations } from 'next-intl/server'
import { BlamePage } from '../../../_history/blame-page.tsx'
import { placeMetadata, requireEntryPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<{ view?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireEntryPlace((await params).entry, '/blame')
  return placeMetadata(place, (await getTranslations('history'))('blame'))
}

/** Who wrote which line of a question. */
export default async function EntryBlamePage({ params, searchParams }: Props) {
  const place = await requireEntryPlace((await params).entry, '/blame')
  return <BlamePage place={place} search={await searchParams} />
}
