import { useTranslations } from 'next-intl'
import { countAnswered } from '#lib/notes/outline'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { EntryRow } from '#ui/entry-row'
import { ProgressBar } from '#ui/progress-bar'
import { Prose } from '#ui/prose'
import { useStateWords } from '../../_layout/state-words.ts'
import type { NoteOutline } from '../../_layout/tree-sections.tsx'
import { SectionActions } from './section-actions.tsx'

type Props = {
  note: { shortId: string }
  level: NoteOutline
  depth: 2 | 3 | 4 | 5 | 6
  texts: Map<string, string>
}

/** The questions of one level of a note and, below their headings, of the levels under it. */
export function SectionQuestions({ note, level, depth, texts }: Props) {
  const words = useStateWords()
  return (
    <>
      {level.entries.length > 0 ? (
        <ul className="rows">
          {level.entries.map((entry) => (
            <EntryRow key={entry.shortId} entry={entry} word={words[entry.state]} />
          ))}
        </ul>
      ) : null}
      {level.sections.map((section) => (
        <section key={section.id} className="note-section" aria-labelledby={`s-${section.shortId}`}>
          <SectionHead note={note} section={section} depth={depth} />
          <SectionText html={texts.get(section.id)} />
          <SectionQuestions note={note} level={section} depth={deeper(depth)} texts={texts} />
        </section>
      ))}
    </>
  )
}

function SectionHead({
  note,
  section,
  depth,
}: {
  note: Props['note']
  section: NoteOutline['sections'][number]
  depth: Props['depth']
}) {
  const t = useTranslations('notes')
  const Heading = `h${depth}` as const
  return (
    <div className="section-head">
      <Heading id={`s-${section.shortId}`}>{section.title}</Heading>
      <SectionActions note={note} section={section} />
      {section.all.length > 0 ? (
        <span className="section-progress">
          <span>{t('fraction', { answered: countAnswered(section.all), entries: section.all.length })}</span>
          <ProgressBar states={section.all.map(({ state }) => state)} />
        </span>
      ) : null}
    </div>
  )
}

function SectionText({ html }: { html: string | undefined }) {
  // Revisions hold nothing but what the rendering pipeline made.
  return html ? <Prose html={html as TrustedHtml} /> : null
}

const deeper = (depth: Props['depth']): Props['depth'] => (depth < 6 ? ((depth + 1) as Props['depth']) : 6)
