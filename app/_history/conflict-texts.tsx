import type { Hunk } from '#lib/text/hunk'
import { languageOf } from '#lib/text/language'

type Props = {
  hunks: Hunk[]
  labels: { conflict: string; without: string; now: string; byHand?: string; nothing: string }
  /** Where both can be brought together by hand, where that is from here. */
  editPath?: string
}

/** Why a version cannot be taken back by itself: the places that were changed again, with both texts. */
export function ConflictTexts({ hunks, labels, editPath }: Props) {
  const conflicts = hunks.flatMap((hunk, at) => (hunk.kind === 'conflict' ? [{ ...hunk, at }] : []))
  return (
    <section className="conflict-texts" aria-label={labels.conflict}>
      <p className="conflict-says">{labels.conflict}</p>
      {editPath ? (
        <p>
          <a className="button" data-tone="primary" href={editPath} data-fresh="">
            {labels.byHand}
          </a>
        </p>
      ) : null}
      {conflicts.map(({ at, mine, theirs }) => (
        <div key={at} className="conflict-pair">
          <Side name={labels.without} text={mine} nothing={labels.nothing} />
          <Side name={labels.now} text={theirs} nothing={labels.nothing} />
        </div>
      ))}
    </section>
  )
}

function Side({ name, text, nothing }: { name: string; text: string; nothing: string }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {text.trim() === '' ? <p>{nothing}</p> : <pre lang={languageOf(text)}>{text}</pre>}
    </figure>
  )
}
