import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  ClockAlert,
  type LucideIcon,
  MessageSquareWarning,
} from 'lucide-react'
import type { EntryState } from '#lib/entries/entry'

const icons: Record<EntryState, LucideIcon> = {
  answered: CircleCheck,
  partial: CircleDot,
  unanswered: CircleDashed,
  disputed: MessageSquareWarning,
  outdated: ClockAlert,
}

/** A state as icon and word; the word may be for screen readers alone where many stand in a column. */
export function State({ state, word, quiet = false }: { state: EntryState; word: string; quiet?: boolean }) {
  const Icon = icons[state]
  return (
    <span className="state" data-state={state}>
      <Icon aria-hidden="true" size={16} strokeWidth={2} />
      <span className={quiet ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
