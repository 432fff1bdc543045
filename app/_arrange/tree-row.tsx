'use client'

import { useDraggable } from '@dnd-kit/core'
import { FolderInput, GripVertical, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { fill } from '../_edit/fill.ts'
import type { Row } from './rows.ts'

type Props = { row: Row; noteId: string; words: Record<string, string>; isMoving: boolean }

/** One heading or question with its handle, and the ways to other notes and to the trash. */
export const TreeRow = memo(function TreeRow({ row, noteId, words, isMoving }: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: row.id })
  const { kind, id, title, depth } = row
  return (
    <li
      ref={setNodeRef}
      className="arrange-row"
      data-row={id}
      data-kind={kind}
      data-depth={Math.min(depth, 6)}
      data-moving={isMoving || undefined}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className="arrange-handle"
        aria-label={fill(words.handle ?? '', { title })}
        aria-describedby={attributes['aria-describedby']}
        {...listeners}
      >
        <GripVertical aria-hidden="true" size={18} />
      </button>
      <span className="arrange-title">{title}</span>
      {kind === 'entry' ? (
        <button
          type="button"
          className="icon-button"
          data-move={id}
          data-note={noteId}
          data-section={row.parent ?? ''}
          aria-label={fill(words.moveElsewhere ?? '', { title })}
          title={words.move}
        >
          <FolderInput aria-hidden="true" size={16} />
        </button>
      ) : null}
      <button
        type="button"
        className="icon-button"
        data-trash={id}
        data-kind={kind}
        aria-label={fill(words.trashThing ?? '', { title })}
        title={words.toTrash}
      >
        <Trash2 aria-hidden="true" size={16} />
      </button>
    </li>
  )
})
