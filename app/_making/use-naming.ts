import { useState } from 'react'
import type { Named } from '#lib/entries/add-tag'
import type { ActionResult } from '#lib/entries/carry-out'
import { fill } from '../_edit/fill.ts'
import type { MakingWords } from './making-words.ts'

/** What was just done, and how it is taken back. */
export type Change = { message: string; undo: () => Promise<void> }

type Send = (name: string) => Promise<ActionResult<Named>>
type Options = {
  names: string[]
  add: Send
  remove: Send
  onChange: (change: Change) => void
  making: MakingWords
  refusals: Record<string, string>
  /** Said where a name is none, or where there are enough. */
  invalid: string
  full: string
}

/** A list of names of which each change is sent on its own; what was refused or did not arrive stands as it was. */
export function useNaming({ add, remove, onChange, making, refusals, invalid, full, ...given }: Options) {
  const [names, setNames] = useState(given.names)
  const [error, setError] = useState<string>()
  const withOne = (name: string) => setNames((all) => (all.includes(name) ? all : [...all, name]))
  const without = (name: string) => setNames((all) => all.filter((one) => one !== name))

  const send = async (call: Send, name: string): Promise<Named | null> => {
    setError(undefined)
    try {
      const answer = await call(name)
      if (answer.status === 'done') return answer.result
      const code = answer.status === 'refused' ? answer.code : 'conflict'
      const details = answer.status === 'refused' ? answer.details : {}
      const said = { invalid, 'too-large': full }[code as string] ?? refusals[code] ?? code
      setError(fill(said, details))
    } catch {
      setError(making.unreachable)
    }
    return null
  }
  const onAdd = async (name: string) => {
    const added = await send(add, name)
    if (!added) return false
    withOne(added.name)
    if (added.isChanged)
      onChange({ message: fill(making.added, { name: added.name }), undo: () => takeAway(added.name) })
    return true
  }
  const onRemove = async (name: string) => {
    const removed = await send(remove, name)
    if (!removed) return
    without(name)
    if (removed.isChanged)
      onChange({ message: fill(making.removed, { name: removed.name }), undo: () => putBack(name) })
  }
  const takeAway = async (name: string) => {
    if (await send(remove, name)) without(name)
  }
  const putBack = async (name: string) => {
    if (await send(add, name)) withOne(name)
  }
  return { names, error, onAdd, onRemove }
}
