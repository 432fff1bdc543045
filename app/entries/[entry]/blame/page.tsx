import { getTranslations } from 'next-intl/server'
import { BlamePage } from '../../../_history/blame-page.tsx'
import { placeMetadata, requireEntryPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireEntryPlace((await params).entry, '/blame')
  return placeMetadata(place, (await getTranslations('history'))('blame'))
}

/** Who wrote which line of a question. */
export default async function EntryBlamePage({ params }: Props) {
  return <BlamePage place={await requireEntryPlace((await params).entry, '/blame')} />
}
