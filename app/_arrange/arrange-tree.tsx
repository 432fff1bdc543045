'use client'

import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useRef, useState } from 'react'
import { fill } from '../_edit/fill.ts'
import { say } from '../_reader/notice.ts'
import { endOf, findSlot, movedTo, type Row, type Slot, slotOf } from './rows.ts'
import { saveMove, sendMove, type Taken } from './save-move.ts'
import { TreeRow } from './tree-row.tsx'
import { useSlots } from './use-slots.ts'

type Props = {
  noteId: string
  rows: Row[]
  words: Record<string, string>
  refusals: Record<string, string>
}

/** A note's tree, to be rearranged by pointer, touch or keyboard; each drop is saved at once and can be taken back. */
export function ArrangeTree({ noteId, rows: given, words, refusals }: Props) {
  const [rows, setRows] = useState(given)
  const [movingId, setMovingId] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const { shown, start, move, step, end, current } = useSlots(rows, list)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: step }),
  )
  const word = (name: string, values: Record<string, string> = {}) => fill(words[name] ?? '', values)
  const refusalOf = (code: string) => refusals[code] ?? word('failed')
  const titleOf = (id: string | null) => rows.find((row) => row.id === id)?.title ?? word('theNote')
  const placeWords = ({ parent, after }: Slot) =>
    after === 'start'
      ? word('atStart', { section: titleOf(parent) })
      : word('behind', { section: titleOf(parent), title: titleOf(after) })

  const takeBack = (id: string, { parent, after, fields }: Taken) => {
    setRows((now) => {
      const slot = findSlot(now, id, parent, after)
      return slot ? movedTo(now, id, slot) : now
    })
    void sendMove(fields, refusalOf).then(() => say(word('undone')))
  }

  const finish = async ({ active }: DragEndEvent) => {
    setMovingId(null)
    const slot = end()
    const row = rows.find(({ id }) => id === active.id)
    const own = row && slotOf(rows, row.id)
    if (!slot || !row || (own?.parent === slot.parent && own.after === slot.after)) return
    setRows(movedTo(rows, row.id, slot))
    const taken = await saveMove(noteId, row, slot, refusalOf)
    if (taken) say(word('moved'), { label: word('undo'), run: () => takeBack(row.id, taken) })
  }

  // Moves are announced where keys make them; a pointer's would never end.
  const lastSaid = useRef<Slot | undefined>(undefined)
  const announcements: Announcements = {
    onDragStart: ({ active }) => word('picked', { title: titleOf(String(active.id)) }),
    onDragMove: ({ active }) => {
      const slot = current()
      if (!slot || slot === lastSaid.current) return undefined
      lastSaid.current = slot
      return word('over', { title: titleOf(String(active.id)), place: placeWords(slot) })
    },
    onDragOver: () => undefined,
    onDragEnd: ({ active }) => {
      const slot = lastSaid.current
      return slot
        ? word('dropped', { title: titleOf(String(active.id)), place: placeWords(slot) })
        : word('cancelled', { title: titleOf(String(active.id)) })
    },
    onDragCancel: ({ active }) => word('cancelled', { title: titleOf(String(active.id)) }),
  }

  const at = rows.findIndex(({ id }) => id === movingId)
  const moving = new Set(at < 0 ? [] : rows.slice(at, endOf(rows, at)).map(({ id }) => id))
  return (
    <DndContext
      id="arrange"
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: word('instructions') } }}
      onDragStart={(event: DragStartEvent) => {
        lastSaid.current = undefined
        setMovingId(String(event.active.id))
        start(event)
      }}
      onDragMove={move}
      onDragEnd={(event) => void finish(event)}
      onDragCancel={() => {
        setMovingId(null)
        end()
      }}
    >
      <div className="arrange">
        <ul ref={list} className="arrange-rows">
          {rows.map((row) => (
            <TreeRow key={row.id} row={row} noteId={noteId} words={words} isMoving={moving.has(row.id)} />
          ))}
        </ul>
        {shown ? (
          <div
            className="arrange-line"
            data-depth={Math.min(shown.slot.depth, 6)}
            ref={(line) => line?.style.setProperty('top', `${shown.top}px`)}
          />
        ) : null}
      </div>
      <DragOverlay dropAnimation={null}>
        {movingId ? (
          <div className="arrange-carried">
            {titleOf(movingId)}
            {moving.size > 1 ? <span className="count">{moving.size - 1}</span> : null}
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}
