import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mayDecideDuplicate, mayMerge } from '#lib/duplicates/policy'
import { type DuplicatePair, listDuplicates } from '#lib/duplicates/queries'
import { listNotes } from '#lib/notes/queries'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { useStateWords } from '../_layout/state-words.ts'
import { DuplicateFilters } from './duplicate-filters.tsx'
import { PairList } from './pair-list.tsx'

const most = 100
const states = ['proposed', 'confirmed', 'rejected'] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('title'), robots: { index: false } }
}

/** Pairs of questions that may ask the same, to be merged, kept apart for good, or left for others. */
export default async function DuplicatesPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/duplicates')
  const asked = await searchParams
  const state = states.find((one) => one === asked.state) ?? 'proposed'
  const note = typeof asked.note === 'string' && asked.note !== '' ? asked.note : undefined
  const helps = asked.helps === '1'
  const [t, notes, found, refusals] = await Promise.all([
    getTranslations('duplicates'),
    listNotes(),
    listDuplicates(viewer, { state, note, helps }, most),
    refusalWords(),
  ])
  return (
    <Shell>
      <PageHead title={t('title')}>
        <p>{t('lead', { pairs: found.total })}</p>
      </PageHead>
      <DuplicateFilters state={state} note={note} helps={helps} notes={notes} />
      {found.pairs.length === 0 ? (
        <EmptyState title={t(state === 'proposed' ? 'none' : 'noneDecided')}>
          <p>{t('noneHint')}</p>
        </EmptyState>
      ) : (
        <Pairs
          pairs={found.pairs}
          refusals={refusals}
          rights={{ decide: mayDecideDuplicate(viewer), merge: mayMerge(viewer) }}
        />
      )}
    </Shell>
  )
}

type PairsProps = {
  pairs: DuplicatePair[]
  refusals: Record<string, string>
  rights: { decide: boolean; merge: boolean }
}

async function Pairs({ pairs, refusals, rights }: PairsProps) {
  const t = await getTranslations('duplicates')
  const labels = {
    merge: t('merge'),
    confirm: t('confirm'),
    reject: t('reject'),
    undo: t('undo'),
    rejected: t('rejectedNow'),
    confirmed: t('confirmedNow'),
    keys: t('keys'),
    likeness: t('likeness'),
    byPerson: t('byPerson'),
    noAnswer: t('noAnswer'),
    pair: t('pair'),
  }
  return <ListOfPairs pairs={pairs} refusals={refusals} rights={rights} labels={labels} />
}

function ListOfPairs(props: PairsProps & { labels: Parameters<typeof PairList>[0]['labels'] }) {
  return <PairList {...props} states={useStateWords()} />
}
