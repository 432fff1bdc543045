import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { countAnswered } from '#lib/notes/outline'
import { findOutline, listSectionTexts } from '#lib/notes/queries'
import { madeFrom } from '#lib/pages/tags'
import { languageOf } from '#lib/text/language'
import { EmptyState } from '#ui/empty-state'
import { ProgressStrip } from '#ui/progress-strip'
import { Contents } from '../../_layout/contents.tsx'
import { Shell } from '../../_layout/shell.tsx'
import { useStateWords } from '../../_layout/state-words.ts'
import type { NoteOutline } from '../../_layout/tree-sections.tsx'
import { NoteActions } from './note-actions.tsx'
import { requireNote } from './require-note.ts'
import { SectionQuestions } from './section-questions.tsx'
import { StateLegend } from './state-legend.tsx'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ note: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const note = await requireNote((await params).note)
  return { title: note.title }
}

/** A note: its progress, then its sections with their questions. */
export default async function NotePage({ params }: Props) {
  const note = await requireNote((await params).note)
  madeFrom(`note:${note.id}`)
  const [outline, texts] = await Promise.all([findOutline(note.id), listSectionTexts(note.id)])
  const headings = outline.sections.map(({ shortId, title }) => ({
    depth: 2,
    id: `s-${shortId}`,
    text: title ?? '',
  }))
  return (
    <Shell place={{ note: { ...note, outline } }} contents={<Contents headings={headings} />}>
      <NoteHead note={note} outline={outline} />
      <SectionQuestions
        level={outline}
        depth={2}
        note={note}
        texts={new Map(texts.map((text) => [text.sectionId, text.html]))}
      />
      {outline.all.length === 0 ? <NoQuestions /> : null}
    </Shell>
  )
}

type HeadProps = { note: { shortId: string; title: string }; outline: NoteOutline }

function NoteHead({ note, outline }: HeadProps) {
  const t = useTranslations('notes')
  const words = useStateWords()
  return (
    <header className="note-head">
      <h1 lang={languageOf(note.title)}>{note.title}</h1>
      <p>{t('progress', { answered: countAnswered(outline.all), entries: outline.all.length })}</p>
      <ProgressStrip cells={outline.all} words={words} />
      <StateLegend states={outline.all.map(({ state }) => state)} words={words} />
      <NoteActions note={note} />
    </header>
  )
}

function NoQuestions() {
  const t = useTranslations('notes')
  return <EmptyState title={t('empty')} />
}
