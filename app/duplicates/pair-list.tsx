'use client'

import { useRef } from 'react'
import type { DuplicatePair } from '#lib/duplicates/queries'
import type { EntryState } from '#lib/entries/entry'
import { PairCard } from './pair-card.tsx'
import type { PairLabels } from './pair-labels.ts'
import { usePairKeys } from './use-pair-keys.ts'

type Props = {
  pairs: DuplicatePair[]
  labels: PairLabels
  states: Record<EntryState, string>
  refusals: Record<string, string>
  rights: { decide: boolean; merge: boolean }
}

/** The pairs one below the other; by keyboard: next, previous, the same, not the same. */
export function PairList({ pairs, labels, ...rest }: Props) {
  const list = useRef<HTMLOListElement>(null)
  usePairKeys(list)
  return (
    <>
      <p className="pair-keys">{labels.keys}</p>
      <ol className="pairs" ref={list}>
        {pairs.map((pair) => (
          <PairCard key={pair.id} pair={pair} labels={labels} {...rest} />
        ))}
      </ol>
    </>
  )
}
