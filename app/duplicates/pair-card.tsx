'use client'

import { useEffect, useState } from 'react'
import type { Decide } from '#lib/duplicates/decide'
import type { DuplicatePair, Side } from '#lib/duplicates/queries'
import { type EntryState, entryPath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { ActionForm } from '#ui/action-form'
import { State } from '#ui/state'
import { decidePair } from '../_actions/duplicates.ts'
import type { PairLabels } from './pair-labels.ts'

type Decision = DuplicatePair['state']
type Props = {
  pair: DuplicatePair
  labels: PairLabels
  states: Record<EntryState, string>
  refusals: Record<string, string>
  rights: { decide: boolean; merge: boolean }
}

/** Two questions side by side with what may be decided of them; after a decision, what it was and the way back. */
export function PairCard({ pair, labels, states, refusals, rights }: Props) {
  const [now, setNow] = useState<Decision>(pair.state)
  const likeness =
    pair.score === null ? labels.byPerson : `${labels.likeness} ${Math.round(pair.score * 100)} %`
  const decide = (decision: Decision, label: string, key?: string) => (
    <span data-key={key}>
      <ActionForm<Decide>
        key={`${now} ${decision}`}
        action={decidePair}
        done={(result) => <Decided decision={result.decision} tell={setNow} />}
        refusals={refusals}
        submit={key ? `${label} (${key})` : label}
        tone="plain"
        hidden={{ pair: pair.id, seen: now, decision }}
        inline
      />
    </span>
  )
  return (
    // The pair itself takes the focus, so that keys know which one is meant.
    <li className="pair" data-pair={pair.id} data-state={now} tabIndex={-1} aria-label={labels.pair}>
      <p className="pair-head">
        <span>{likeness}</span>
        {pair.score === null ? <span>{pair.proposedBy}</span> : null}
      </p>
      <div className="pair-sides">
        <PairSide side={pair.first} states={states} noAnswer={labels.noAnswer} />
        <PairSide side={pair.second} states={states} noAnswer={labels.noAnswer} />
      </div>
      <div className="pair-actions">
        {now !== pair.state && now !== 'proposed' ? <p role="status">{labels[now]}</p> : null}
        {rights.merge && now !== 'rejected' ? (
          <a className="button" data-tone="primary" data-key="s" href={mergePath(pair)}>
            {labels.merge} (s)
          </a>
        ) : null}
        {rights.decide && now === 'proposed' ? (
          <>
            {decide('rejected', labels.reject, 'x')}
            {decide('confirmed', labels.confirm, 'd')}
          </>
        ) : null}
        {rights.decide && now !== 'proposed' ? decide('proposed', labels.undo) : null}
      </div>
    </li>
  )
}

/** Tells the card what was decided. The action itself stands in the form: a function of the browser would need an inline script. */
function Decided({ decision, tell }: { decision: Decision; tell: (decision: Decision) => void }) {
  useEffect(() => tell(decision), [decision, tell])
  return null
}

/** The question that says less goes into the one that says more; the page that this leads to can turn it round. */
function mergePath({ first, second }: DuplicatePair): string {
  const turned = first.answers > second.answers
  const [from, into] = turned ? [second, first] : [first, second]
  return `/duplicates/merge?from=${from.shortId}&into=${into.shortId}`
}

function PairSide({
  side,
  states,
  noAnswer,
}: {
  side: Side
  states: Record<EntryState, string>
  noAnswer: string
}) {
  return (
    <div className="pair-side">
      <h2 lang={languageOf(side.title)}>
        <a href={entryPath(side)}>{side.title}</a>
      </h2>
      <p className="pair-where">
        <State state={side.state} word={states[side.state]} />
        <span>{[side.note, side.section].filter(Boolean).join(' › ')}</span>
      </p>
      <p className="pair-says" lang={languageOf(side.says)}>
        {side.says || noAnswer}
      </p>
    </div>
  )
}
