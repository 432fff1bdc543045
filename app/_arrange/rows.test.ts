import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSlot, movedTo, type Row, rowsOf, slotOf, slotsFor } from './rows.ts'

const leaf = (id: string) => ({ id, title: id })
const tree = {
  entries: [leaf('e0')],
  sections: [
    {
      ...leaf('A'),
      entries: [leaf('a1'), leaf('a2')],
      sections: [{ ...leaf('A1'), entries: [leaf('x')], sections: [] }],
    },
    { ...leaf('B'), entries: [], sections: [] },
  ],
}
const rows = rowsOf(tree)
const shown = (all: Row[]) => all.map(({ id, depth }) => '.'.repeat(depth) + id)

test('a tree is shown in reading order, each row as deep as it stands', () => {
  expect(shown(rows)).toEqual(['e0', 'A', '.a1', '.a2', '.A1', '..x', 'B'])
})

test('a question may go to the start of every section and behind every other question', () => {
  const slots = slotsFor(rows, 'a1').map(({ parent, after }) => `${parent}:${after}`)
  expect(slots).toEqual(['null:start', 'null:e0', 'A:start', 'A:a2', 'A1:start', 'A1:x', 'B:start'])
})

test('a section may go anywhere but into itself, innermost place first', () => {
  const slots = slotsFor(rows, 'A1').map(({ parent, after }) => `${parent}:${after}`)
  expect(slots).toEqual(['null:start', 'A:start', 'null:A', 'B:start', 'null:B'])
  expect(slotsFor(rows, 'A').map(({ parent }) => parent)).toEqual([null, 'B', null])
})

test('a section takes along what stands in it, as much deeper as it goes', () => {
  const slot = findSlot(rows, 'A', 'B', 'start')
  expect(shown(movedTo(rows, 'A', slot!))).toEqual(['e0', 'B', '.A', '..a1', '..a2', '..A1', '...x'])
})

test('a row put where it stands changes nothing', () => {
  for (const { id } of rows) expect(movedTo(rows, id, slotOf(rows, id)!)).toEqual(rows)
})

test('any move can be taken back by what it followed before, and no row is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (moves) => {
      let now = rows
      for (const [who, where] of moves) {
        const id = now[who % now.length]!.id
        const slots = slotsFor(now, id)
        const from = slotOf(now, id)!
        const next = movedTo(now, id, slots[where % slots.length]!)
        const back = findSlot(next, id, from.parent, from.after)!
        expect(movedTo(next, id, back)).toEqual(now)
        now = next
      }
      expect(now.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    }),
  )
})
