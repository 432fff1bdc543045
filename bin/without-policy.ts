import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPolicyPlaces, type Place } from '#lib/testing/policy-places'
import type { Step } from './step.ts'
import { openTests } from './without-policy/tests.ts'

const root = join(import.meta.dirname, '..')

/**
 * Takes each policy, and each call of one, away in the sources as Vitest reads them (no file changes) and runs the tests that come
 * by there, those of its own folder first and fast ones before slow ones, until one fails. Words narrow it to places that contain
 * one of them. Returns the exit code: 1 where something can be taken away unseen.
 */
export async function main(words: string[], step: Step): Promise<number> {
  const all = findPolicyPlaces(root)
  const places = all.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)))
  const scratch = mkdtempSync(join(tmpdir(), 'errata-without-'))
  // A policy is also seen where others call it.
  const policies = new Set(places.map(({ policy }) => policy))
  const files = [...new Set(all.filter(({ policy }) => policies.has(policy)).map(({ file }) => file))]
  const tests = await openTests(root, files, join(scratch, 'reached'))
  try {
    const reached = await step('Running the tests with every policy in place', () => tests.reach())
    const unseen: string[] = []
    for (const place of places) {
      const test = await step(place.id, () => firstFailure(place, reached.get(place.id) ?? [], tests.failure))
      console.log(`${place.id}\n    ${test ?? 'UNSEEN'}`)
      if (!test) unseen.push(place.id)
    }
    console.log(`\n${places.length} places: ${places.length - unseen.length} seen by a test`)
    for (const id of unseen) console.log(`Can be taken away unseen: ${id}`)
    return unseen.length === 0 ? 0 : 1
  } finally {
    await tests.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function firstFailure(
  place: Place,
  files: string[],
  failure: (file: string, without: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const domain = place.file.split('/').slice(0, 2).join('/')
  const own = files.filter((file) => file.startsWith(`${domain}/`))
  for (const file of [...own, ...files.filter((file) => !own.includes(file))]) {
    const test = await failure(file, place.id)
    if (test) return test
  }
  return undefined
}
