import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Sort } from '#lib/answers/ranking'
import { anyReader } from '#lib/auth/viewer'
import { listMergedInto, originsOf } from '#lib/duplicates/merge-queries'
import { listOffers, listSameQuestions } from '#lib/duplicates/queries'
import { entryPath } from '#lib/entries/entry'
import { listAliases, listAnswers, listEncounters, listEntryTags, listSources } from '#lib/entries/queries'
import { neighboursOf, pathTo } from '#lib/notes/outline'
import { findOutline } from '#lib/notes/queries'
import { madeFrom } from '#lib/pages/tags'
import { listRelated } from '#lib/search/related'
import { languageOf } from '#lib/text/language'
import { Comments } from '../../_comments/comments.tsx'
import { correctionRefusals } from '../../_corrections/correction-refusals.ts'
import { OpenCorrections } from '../../_corrections/open-corrections.tsx'
import { PassageTools } from '../../_corrections/passage-tools.tsx'
import { Contents } from '../../_layout/contents.tsx'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { troubleWords } from '../../_layout/trouble-words.ts'
import { AnswerArticle } from './answer-article.tsx'
import { AnswerSort } from './answer-sort.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { CameFrom } from './came-from.tsx'
import { contentsOf } from './contents-of.ts'
import { EntryFoot } from './entry-foot.tsx'
import { EntryMeta } from './entry-meta.tsx'
import { LiveBar } from './live-bar.tsx'
import { Neighbours } from './neighbours.tsx'
import { NoAnswer } from './no-answer.tsx'
import { QuestionContext } from './question-context.tsx'
import { readAnswers } from './read-answers.ts'
import { RelatedEntries } from './related.tsx'
import { requireEntry } from './require-entry.ts'
import { MergedFrom, Offers, SameQuestions } from './same-questions.tsx'
import { WriteAnswer } from './write-answer.tsx'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<{ sort?: unknown }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await requireEntry((await params).entry)
  return {
    title: entry.title,
    alternates: { canonical: entryPath(entry), types: { 'text/markdown': `${entryPath(entry)}.md` } },
  }
}

/** One question with everything that is said to it. */
export default async function EntryPage({ params, searchParams }: Props) {
  const entry = await requireEntry((await params).entry)
  madeFrom(`entry:${entry.id}`, `note:${entry.note.id}`)
  const sort = Sort.catch('best').parse((await searchParams).sort)
  const [t, refusals, outline, answers, tags, aliases, encounters] = await Promise.all([
    getTranslations('entry'),
    refusalWords(await correctionRefusals()),
    findOutline(entry.note.id),
    listAnswers(entry.id),
    listEntryTags(entry.id),
    listAliases(entry.id),
    listEncounters(entry.id),
  ])
  const [{ said, ofQuestion }, sources, related, same, merged] = await Promise.all([
    readAnswers(entry.id, answers.filter(isShown), sort),
    listSources([entry.revisionId, ...answers.map(({ revisionId }) => revisionId)]),
    listRelated(anyReader, { id: entry.id, title: entry.title ?? '', tags: tags.map(({ name }) => name) }),
    listSameQuestions(entry.id),
    listMergedInto(entry.id),
  ])
  madeFrom(...[...related, ...same].map(({ id }) => `entry:${id}` as const))
  const path = entryPath(entry)
  const several = said.length > 1
  const origins = originsOf(merged)
  const offers = said.length === 0 ? await listOffers(same.map(({ id }) => id)) : []
  const known = new Set(same.map(({ shortId }) => shortId))
  return (
    <Shell
      place={{ note: { ...entry.note, outline, entry } }}
      contents={<Contents headings={contentsOf(said, (number) => t('answer', { number }))} />}
    >
      <Breadcrumb
        note={entry.note}
        entry={entry}
        path={pathTo(outline, entry.sectionId)}
        markdownPath={`${path}.md`}
        editPath={`${path}/edit`}
        historyPath={`${path}/history`}
      />
      <article className="entry" data-entry={entry.shortId} data-troubles={await troubleWords()}>
        <h1
          lang={languageOf(entry.title ?? '')}
          data-target={`entry:${entry.id}`}
          data-revision={entry.revisionId}
        >
          {entry.title}
        </h1>
        <EntryMeta entry={entry} tags={tags} aliases={aliases} encounters={encounters} />
        <MergedFrom merged={merged} />
        <QuestionContext entry={entry} path={path} verifications={ofQuestion.verifications} />
        {several ? <AnswerSort path={path} sort={sort} /> : null}
        {said.map((answer, at) => (
          <AnswerArticle
            key={answer.id}
            answer={answer}
            number={several ? at + 1 : undefined}
            path={path}
            origin={origins.get(answer.id)}
          />
        ))}
        {said.length === 0 ? <NoAnswer entry={entry} answer={answers[0]} /> : <WriteAnswer entry={entry} />}
        <Offers path={entryPath(entry)} offers={offers} />
        <SameQuestions same={same} />
        <Comments
          on={{ kind: 'entry', id: entry.shortId }}
          threads={ofQuestion.threads}
          path={path}
          originOf={({ id }) => <CameFrom origin={origins.get(id)} />}
        />
        <EntryFoot entry={entry} answers={answers} sources={sources} />
      </article>
      <OpenCorrections entryId={entry.id} />
      <PassageTools refusals={refusals} />
      <RelatedEntries entries={related.filter(({ shortId }) => !known.has(shortId))} />
      <LiveBar entry={entry} answers={answers} />
      <Neighbours {...neighboursOf(outline.all, entry.shortId)} />
    </Shell>
  )
}

/** What an import left empty is not shown; what a person wrote is, be it a picture or a link alone. */
function isShown({ substance, origin, markdown }: Awaited<ReturnType<typeof listAnswers>>[number]): boolean {
  return substance !== 'none' || (origin === 'person' && markdown.trim() !== '')
}
