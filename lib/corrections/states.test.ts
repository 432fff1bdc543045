import { expect, test } from 'vitest'
import * as tables from '#db/schema/corrections'
import {
  confirmations,
  correctionKinds,
  correctionStates,
  rejectionReasons,
  reportKinds,
} from './correction.ts'
import { type Move, moves, stateAfter } from './states.ts'

const all: Move[] = [
  'amend',
  'support',
  'accept',
  'accept-part',
  'reject',
  'withdraw',
  'supersede',
  'undo',
  'confirm',
  'reopen',
]

test.each(correctionStates.flatMap((state) => all.map((move) => [state, move] as const)))(
  'a correction that is %s: %s',
  (state, move) => {
    const next = moves[state][move]
    if (next) expect(stateAfter(state, move)).toBe(next)
    else
      expect(() => stateAfter(state, move)).toThrow(
        expect.objectContaining({ code: 'conflict', details: { state } }),
      )
  },
)

test('what is rejected, withdrawn or superseded stays so; what is accepted is only opened again', () => {
  expect(moves).toMatchObject({ rejected: {}, withdrawn: {}, superseded: {} })
  expect(Object.values(moves.accepted).filter((state) => state !== 'accepted')).toEqual(['open'])
})

test('the words are those of the tables', () => {
  expect(correctionKinds).toEqual(tables.correctionKinds)
  expect(correctionStates).toEqual(tables.correctionStates)
  expect(reportKinds).toEqual(tables.reportKinds)
  expect(rejectionReasons).toEqual(tables.rejectionReasons)
  expect(confirmations).toEqual(tables.confirmations)
})
