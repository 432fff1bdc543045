'use client'

import { useState } from 'react'
import { longestAlias, longestTag } from '#lib/entries/entry'
import { addAlias, addTag, removeAlias, removeTag } from '../_actions/making.ts'
import type { MakingWords } from './making-words.ts'
import { TagField } from './tag-field.tsx'
import { UndoToast } from './undo-toast.tsx'
import { type Change, useNaming } from './use-naming.ts'

type Props = {
  entryId: string
  tags: string[]
  aliases: string[]
  known: string[]
  path: string
  making: MakingWords
  refusals: Record<string, string>
}

/** Adds and takes away a question's tags and other names, one by one and at once, each with the way back. */
export function Naming({ entryId, known, path, making, refusals, ...given }: Props) {
  const [last, setLast] = useState<Change | null>(null)
  const onChange = (change: Change) => setLast(change)
  const shared = { making, refusals, onChange }
  const tags = useNaming({
    ...shared,
    names: given.tags,
    add: (tag) => addTag({ entry: entryId, tag }),
    remove: (tag) => removeTag({ entry: entryId, tag }),
    invalid: making.tagWrong,
    full: making.tagsFull,
  })
  const aliases = useNaming({
    ...shared,
    names: given.aliases,
    add: (alias) => addAlias({ entry: entryId, alias }),
    remove: (alias) => removeAlias({ entry: entryId, alias }),
    invalid: making.aliasWrong,
    full: making.aliasesFull,
  })
  return (
    <div className="naming">
      <TagField
        label={making.tags}
        hint={making.tagsHint}
        removeLabel={making.removeTag}
        add={making.add}
        known={known}
        longest={longestTag}
        isParted
        {...tags}
      />
      <TagField
        label={making.aliases}
        hint={making.aliasesHint}
        removeLabel={making.removeAlias}
        add={making.add}
        known={[]}
        longest={longestAlias}
        {...aliases}
      />
      <p>
        <a className="button" href={path} data-fresh="">
          {making.done}
        </a>
      </p>
      <UndoToast change={last} label={making.undo} onUndone={() => setLast(null)} />
    </div>
  )
}
