import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { parseSlugId } from '#lib/text/slug'
import { EditPage } from '../../../_edit/edit-page.tsx'
import { decodeSegment } from '../../../_layout/decode-segment.ts'

type Props = { params: Promise<{ answer: string }>; searchParams: Promise<{ undo?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editPage'))('answer'), robots: { index: false } }
}

/** Edits the text of an answer. */
export default async function EditAnswerPage({ params, searchParams }: Props) {
  const shortId = parseSlugId(decodeSegment((await params).answer))
  return (
    <EditPage
      kind="answer"
      shortId={shortId}
      editPath={`/answers/${shortId}/edit`}
      undo={(await searchParams).undo}
    />
  )
}
