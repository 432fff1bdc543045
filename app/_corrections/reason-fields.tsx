import { type RefObject, useState } from 'react'
import { type CorrectionKind, correctionKinds, isClaim } from '#lib/corrections/correction'
import type { Evidence } from '#lib/corrections/evidence'
import { evidenceOf, fieldsOf } from './evidence-of.ts'
import type { SuggestWords } from './suggest-words.ts'

export type Reasons = { kind: CorrectionKind; rationale: string; evidence: Evidence[] }

type Props = {
  fields: RefObject<HTMLFormElement | null>
  way: 'suggest' | 'amend' | 'accept'
  reasons: Reasons
  words: SuggestWords
}

/** Of what kind a change is, why, and what backs it; while accepting, only what is said to its author. */
export function ReasonFields({ fields, way, reasons, words }: Props) {
  const [kind, setKind] = useState(reasons.kind)
  const evidence = fieldsOf(reasons.evidence)
  const isDecision = way === 'accept'
  return (
    <form
      ref={fields}
      className="suggest-fields"
      data-claim={isClaim(kind) && !isDecision ? '' : undefined}
      onSubmit={(event) => event.preventDefault()}
    >
      {isDecision ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <label>
          <span>{words.kind}</span>
          <select
            name="kind"
            value={kind}
            // The options are exactly the kinds.
            onChange={({ target }) => setKind(target.value as CorrectionKind)}
          >
            {correctionKinds.map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{isDecision ? words.reason : words.why}</span>
        <textarea
          name="rationale"
          rows={2}
          maxLength={5_000}
          defaultValue={isDecision ? '' : reasons.rationale}
        />
      </label>
      {isDecision ? null : (
        <>
          <label>
            <span>{words.evidence}</span>
            <textarea name="lines" rows={1} placeholder={words.evidenceHint} defaultValue={evidence.lines} />
          </label>
          <p className="passage-claim">{words.needsEvidence}</p>
          <details>
            <summary>{words.ran}</summary>
            <label>
              <span>{words.command}</span>
              <textarea name="command" rows={2} className="code" defaultValue={evidence.command} />
            </label>
            <label>
              <span>{words.output}</span>
              <textarea name="output" rows={2} className="code" defaultValue={evidence.output} />
            </label>
          </details>
        </>
      )}
    </form>
  )
}

/** What the fields say now. */
export function readReasons(form: HTMLFormElement | null): Reasons {
  const data = new FormData(form ?? undefined)
  const text = (name: string) => String(data.get(name) ?? '')
  return {
    // The field is a choice of exactly the kinds.
    kind: (text('kind') || 'typo') as CorrectionKind,
    rationale: text('rationale'),
    evidence: evidenceOf({ lines: text('lines'), command: text('command'), output: text('output') }),
  }
}
