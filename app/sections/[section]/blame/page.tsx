import { getTranslations } from 'next-intl/server'
import { BlamePage } from '../../../_history/blame-page.tsx'
import { placeMetadata, requireSectionPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string }>; searchParams: Promise<{ view?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireSectionPlace((await params).section)
  return placeMetadata(place, (await getTranslations('history'))('blame'))
}

/** Who wrote which line of a section. */
export default async function SectionBlamePage({ params, searchParams }: Props) {
  const place = await requireSectionPlace((await params).section)
  return <BlamePage place={place} search={await searchParams} />
}
