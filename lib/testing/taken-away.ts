import { appendFileSync } from 'node:fs'

const reached = new Set<string>()

/**
 * Whether this run does without the policy at that place (`ERRATA_WITHOUT`), so that it allows everything. Where the run asks
 * (`ERRATA_REACHED`, a file), notes which test file got here. Only `lib/testing/policy-places.ts` writes calls of this, into
 * sources that are being read, never into files.
 */
export function takenAway(place: string): boolean {
  const { ERRATA_WITHOUT, ERRATA_REACHED } = process.env
  if (ERRATA_REACHED && !reached.has(place)) {
    reached.add(place)
    appendFileSync(ERRATA_REACHED, `${JSON.stringify([place, testFile()])}\n`)
  }
  return ERRATA_WITHOUT === place
}

// Vitest runs each test file in a process of its own and keeps its path there.
function testFile(): string | undefined {
  const { __vitest_worker__: worker } = globalThis as { __vitest_worker__?: { filepath?: string } } // Vitest's own global
  return worker?.filepath
}
