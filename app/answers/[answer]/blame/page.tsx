import { getTranslations } from 'next-intl/server'
import { BlamePage } from '../../../_history/blame-page.tsx'
import { placeMetadata, requireAnswerPlace } from '../../../_history/require-place.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ answer: string }>; searchParams: Promise<{ view?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const place = await requireAnswerPlace((await params).answer)
  return placeMetadata(place, (await getTranslations('history'))('blame'))
}

/** Who wrote which line of an answer. */
export default async function AnswerBlamePage({ params, searchParams }: Props) {
  const place = await requireAnswerPlace((await params).answer)
  return <BlamePage place={place} search={await searchParams} />
}
