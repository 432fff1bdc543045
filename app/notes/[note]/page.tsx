import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { notePath } from '#lib/entries/entry'
import { listMostAskedOfNote } from '#lib/entries/list-queries'
import { countAnswered } from '#lib/notes/outline'
import { findNoteText, findOutline, listSectionTexts } from '#lib/notes/queries'
import { madeFrom } from '#lib/pages/tags'
import { languageOf } from '#lib/text/language'
import { EmptyState } from '#ui/empty-state'
import { ProgressStrip } from '#ui/progress-strip'
import { Contents } from '../../_layout/contents.tsx'
import { EntryList } from '../../_layout/entry-list.tsx'
import { MoreMenu } from '../../_layout/more-menu.tsx'
import { OrderChips } from '../../_layout/order-chips.tsx'
import { Shell } from '../../_layout/shell.tsx'
import { useStateWords } from '../../_layout/state-words.ts'
import type { NoteOutline } from '../../_layout/tree-sections.tsx'
import { NoteActions } from './note-actions.tsx'
import { requireNote } from './require-note.ts'
import { SectionQuestions } from './section-questions.tsx'
import { StateLegend } from './state-legend.tsx'
import { StoredText } from './stored-text.tsx'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ note: string }>
  searchParams: Promise<{ sort?: string | string[] }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const note = await requireNote((await params).note)
  return { title: note.title }
}

/** A note: its progress, then its sections with their questions. */
export default async function NotePage({ params, searchParams }: Props) {
  const note = await requireNote((await params).note)
  madeFrom(`note:${note.id}`)
  const [outline, text, texts] = await Promise.all([
    findOutline(note.id),
    findNoteText(note.id),
    listSectionTexts(note.id),
  ])
  const byFrequency = (await searchParams).sort === 'asked'
  const headings = outline.sections.map(({ shortId, title }) => ({
    depth: 2,
    id: `s-${shortId}`,
    text: title ?? '',
  }))
  return (
    <Shell place={{ note: { ...note, outline } }} contents={<Contents headings={headings} />}>
      <NoteHead note={note} outline={outline} />
      <StoredText html={text} />
      <OrderChips path={notePath(note)} byFrequency={byFrequency} />
      {byFrequency ? (
        <MostAsked noteId={note.id} />
      ) : (
        <SectionQuestions
          level={outline}
          depth={2}
          note={note}
          texts={new Map(texts.map((text) => [text.sectionId, text.html]))}
        />
      )}
      {outline.all.length === 0 ? <NoQuestions /> : null}
    </Shell>
  )
}

/** The questions of a note without its tree, what is asked most first. */
async function MostAsked({ noteId }: { noteId: string }) {
  const [t, entries] = await Promise.all([getTranslations('notes'), listMostAskedOfNote(noteId)])
  return <EntryList entries={entries} aside="asked" empty={t('empty')} />
}

type HeadProps = { note: { id: string; shortId: string; title: string }; outline: NoteOutline }

function NoteHead({ note, outline }: HeadProps) {
  const t = useTranslations('notes')
  const words = useStateWords()
  return (
    <header className="note-head">
      <div className="note-title">
        <h1 lang={languageOf(note.title)}>{note.title}</h1>
        <MoreMenu note={note} />
      </div>
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
