import { getTranslations } from 'next-intl/server'
import { placeMetadata, requireAnswerPlace } from '../../../../_history/require-place.ts'
import { RevisionPage } from '../../../../_history/revision-page.tsx'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ answer: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  const { answer, number } = await params
  const place = await requireAnswerPlace(answer)
  return placeMetadata(place, (await getTranslations('history'))('version', { number }))
}

/** One version of an answer. */
export default async function AnswerRevisionPage({ params }: Props) {
  const { answer, number } = await params
  const place = await requireAnswerPlace(answer)
  return <RevisionPage place={place} number={number} />
}
