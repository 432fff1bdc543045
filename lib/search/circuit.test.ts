import { expect, test } from 'vitest'
import { Circuit } from './circuit.ts'

test('once tripped it stays open until the server is well, however often it is tripped meanwhile', async () => {
  const looks: boolean[] = [false, false, true]
  let asked = 0
  const circuit = new Circuit(async () => looks[asked++] ?? true, 1)
  expect(circuit.isOpen).toBe(false)
  circuit.trip()
  circuit.trip()
  expect(circuit.isOpen).toBe(true)
  await circuit.untilClosed()
  expect(circuit.isOpen).toBe(false)
  expect(asked).toBe(3)
})

test('nobody waits for a circuit that is closed', async () => {
  const circuit = new Circuit(async () => true, 1)
  await circuit.untilClosed()
  circuit.succeed()
  expect(circuit.isOpen).toBe(false)
})
