import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { parseSlugId } from '#lib/text/slug'
import { EditPage } from '../../../_edit/edit-page.tsx'
import { decodeSegment } from '../../../_layout/decode-segment.ts'

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<{ undo?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editPage'))('question'), robots: { index: false } }
}

/** Edits a question: its title and its context. */
export default async function EditEntryPage({ params, searchParams }: Props) {
  const segment = decodeSegment((await params).entry)
  const editPath = `/entries/${encodeURIComponent(segment)}/edit`
  const { undo } = await searchParams
  return <EditPage kind="entry" shortId={parseSlugId(segment)} {...{ editPath, undo }} />
}
