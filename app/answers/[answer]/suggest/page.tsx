import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { parseSlugId } from '#lib/text/slug'
import { SuggestPage } from '../../../_corrections/suggest-page.tsx'
import { decodeSegment } from '../../../_layout/decode-segment.ts'

type Props = {
  params: Promise<{ answer: string }>
  searchParams: Promise<{ report?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('suggestTitle'), robots: { index: false } }
}

/** Suggests a change to an answer. */
export default async function SuggestAnswerPage({ params, searchParams }: Props) {
  const shortId = parseSlugId(decodeSegment((await params).answer))
  const { report } = await searchParams
  return (
    <SuggestPage
      kind="answer"
      shortId={shortId}
      suggestPath={`/answers/${shortId}/suggest`}
      report={typeof report === 'string' ? report : undefined}
    />
  )
}
