import { useState } from 'react'
import type { ActionResult } from '#lib/entries/carry-out'
import type { DecisionLabels } from './decision-labels.ts'

export type Outcome = ActionResult<unknown>
type Words = { labels: DecisionLabels; refusals: Record<string, string> }

/** Sends a decision: then on to the next page with a notice, or says why not and that there is something newer to look at. */
export function useOutcome({ labels, refusals }: Words) {
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [hasMoved, setMoved] = useState(false)
  const run = async (send: () => Promise<Outcome>, said: string, to: string, undoAt?: string) => {
    setBusy(true)
    setTrouble('')
    const outcome = await send().catch(() => null)
    if (outcome?.status === 'done') return leave(said, to, undoAt && { label: labels.undo, href: undoAt })
    setBusy(false)
    const code = outcome ? (outcome.status === 'conflict' ? 'conflict' : outcome.code) : null
    setMoved(code === 'conflict' || code === 'not-found')
    const state = outcome?.status === 'refused' ? outcome.details.state : undefined
    setTrouble(
      code === null
        ? labels.unreachable
        : sentence(refusals[`state.${state}`] ?? refusals[code] ?? code, outcome),
    )
  }
  return { run, isBusy, trouble, hasMoved }
}

function leave(said: string, to: string, link?: { label: string; href: string } | ''): void {
  try {
    sessionStorage.setItem('notice', JSON.stringify({ text: said, link: link || undefined }))
  } finally {
    location.assign(to)
  }
}

function sentence(text: string, outcome: Outcome | null): string {
  const details = outcome?.status === 'refused' ? outcome.details : {}
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}
