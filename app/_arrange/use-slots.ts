'use client'

import type { DragMoveEvent, DragStartEvent, KeyboardCoordinateGetter } from '@dnd-kit/core'
import { type RefObject, useRef, useState } from 'react'
import { type Row, type Slot, slotOf, slotsFor } from './rows.ts'

/** Width of one level, in CSS pixels; the same as in the style sheet. */
const indent = 24

type Dragging = {
  slots: Slot[]
  /** Where each slot lies in the document. */
  tops: number[]
  left: number
  current: number
  byKeyboard: boolean
  pointer: { x: number; y: number }
}

/** Follows a drag over the places where the row may go: the nearest one to the pointer, or the next one with the arrow keys. */
export function useSlots(rows: Row[], list: RefObject<HTMLElement | null>) {
  const dragging = useRef<Dragging | null>(null)
  const [shown, setShown] = useState<{ slot: Slot; top: number } | null>(null)

  const choose = (current: number) => {
    const now = dragging.current
    const slot = now?.slots[current]
    if (!now || !slot) return
    now.current = current
    const origin = (list.current?.getBoundingClientRect().top ?? 0) + scrollY
    setShown({ slot, top: (now.tops[current] ?? 0) - origin })
  }

  const start = ({ active, activatorEvent }: DragStartEvent) => {
    const id = String(active.id)
    const slots = slotsFor(rows, id)
    const own = slotOf(rows, id)
    const current = Math.max(
      0,
      slots.findIndex(({ parent, after }) => parent === own?.parent && after === own.after),
    )
    const byKeyboard = activatorEvent instanceof KeyboardEvent
    const pointer =
      activatorEvent instanceof PointerEvent
        ? { x: activatorEvent.pageX, y: activatorEvent.pageY }
        : { x: 0, y: 0 }
    const { bottoms, left } = measure(list.current)
    const tops = slots.map(({ behind }) => bottoms[behind + 1] ?? 0)
    dragging.current = { slots, tops, left, current, byKeyboard, pointer }
    choose(current)
  }

  const move = ({ delta }: DragMoveEvent) => {
    const now = dragging.current
    if (!now || now.byKeyboard) return
    const at = nearest(now, now.pointer.x + delta.x, now.pointer.y + delta.y)
    if (at !== now.current) choose(at)
  }

  /** What an arrow key leads to; the tree scrolls along. */
  const step: KeyboardCoordinateGetter = (event, { currentCoordinates }) => {
    const now = dragging.current
    const by = steps[event.code]
    if (!now || by === undefined) return undefined
    event.preventDefault()
    const next = Math.min(now.slots.length - 1, Math.max(0, now.current + by))
    const way = (now.tops[next] ?? 0) - (now.tops[now.current] ?? 0)
    choose(next)
    list.current?.children[now.slots[next]?.behind ?? 0]?.scrollIntoView({ block: 'nearest' })
    return { x: currentCoordinates.x, y: currentCoordinates.y + way }
  }

  const end = (): Slot | undefined => {
    const slot = dragging.current?.slots[dragging.current.current]
    dragging.current = null
    setShown(null)
    return slot
  }

  const current = () => dragging.current?.slots[dragging.current.current]
  return { shown, start, move, step, end, current }
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

/** Where rows end in the document, the top of the first one before them. */
function measure(list: HTMLElement | null): { bottoms: number[]; left: number } {
  const boxes = [...(list?.querySelectorAll('[data-row]') ?? [])].map((row) => row.getBoundingClientRect())
  const top = (boxes[0]?.top ?? 0) + scrollY
  return { bottoms: [top, ...boxes.map(({ bottom }) => bottom + scrollY)], left: boxes[0]?.left ?? 0 }
}

/** By height; among those at one height the one whose level the pointer is over. */
function nearest({ slots, tops, left }: Dragging, x: number, y: number): number {
  const level = Math.max(0, Math.floor((x - left) / indent) - 1)
  const farFrom = (at: number) =>
    Math.abs((tops[at] ?? 0) - y) * 1_000 + Math.abs((slots[at]?.depth ?? 0) - level)
  return slots.reduce((best, _, at) => (farFrom(at) < farFrom(best) ? at : best), 0)
}
