import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { findDraft } from '#lib/entries/draft-queries'
import { notePath } from '#lib/entries/entry'
import { Title } from '#lib/entries/input'
import { listTags } from '#lib/entries/list-queries'
import { findOutline, listNotes } from '#lib/notes/queries'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { readEditWords } from '../../_edit/edit-words.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { readStateWords } from '../../_layout/state-words.ts'
import { readMakingWords } from '../../_making/making-words.ts'
import { NewEntry } from '../../_making/new-entry.tsx'
import { sectionChoices } from '../../_making/section-choices.ts'

// More than anybody scrolls through; the most used come first.
const mostKnown = 1_000

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('newEntry'), robots: { index: false } }
}

/** Asks a question: `?note=` and `?section=` are short ids, `?title=` what it may be called. */
export default async function NewEntryPage({ searchParams }: Props) {
  const query = await searchParams
  const given = (name: string) => [query[name] ?? ''].flat()[0] ?? ''
  const viewer = await requireSignedIn(`/entries/new?${new URLSearchParams(onlyTexts(query))}`)
  const [t, notes, tags, draft] = await Promise.all([
    getTranslations('making'),
    listNotes(),
    listTags(),
    findDraft(viewer, `new-entry:${viewer.id}`),
  ])
  const note = notes.find(({ shortId }) => shortId === given('note')) ?? notes[0]
  if (!note)
    return (
      <Shell>
        <PageHead title={t('newEntry')} />
        <EmptyState title={t('noNotes')} />
      </Shell>
    )
  const sections = sectionChoices(await findOutline(note.id))
  const section = sections.find(({ shortId }) => shortId === given('section'))?.id ?? ''
  const title = Title.safeParse(given('title'))
  const [making, { words, labels }, states, refusals] = await Promise.all([
    readMakingWords(),
    readEditWords(),
    readStateWords(),
    refusalWords({
      'field.note': t('noNote'),
      'field.section': t('noSuchSection'),
      'field.tags': t('tagWrong'),
      'field.title': t('titleWrong'),
    }),
  ])
  return (
    <Shell place={{ note: { ...note, outline: await findOutline(note.id) } }}>
      <PageHead title={t('newEntry')} />
      <NewEntry
        personId={viewer.id}
        title={title.success ? title.data : ''}
        place={{ note: note.id, section }}
        notes={notes.map(({ id, title }) => ({ id, title }))}
        knownTags={tags.slice(0, mostKnown).map(({ name }) => name)}
        draft={draft ? { ...draft, savedAt: draft.savedAt.getTime() } : null}
        path={given('note') ? notePath(note) : '/'}
        {...{ sections, words, making, labels, states, refusals }}
      />
    </Shell>
  )
}

const onlyTexts = (query: Query): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
