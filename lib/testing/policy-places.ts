import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a policy can be taken away: as a whole (`lib/x/policy.ts mayY`), or one call of it (`lib/x/verb.ts:12 mayY`). */
export type Place = { id: string; file: string; policy: string; isCall: boolean }

const isPolicyFile = (file: string) => /^lib\/\w+\/policy\.ts$/.test(file)
// What may be asked for by name: rights, and the rank that they stand on.
const named = 'may[A-Z]\\w*|hasAtLeast'
const isTest = (file: string) => file.includes('.test.') || file.startsWith('lib/testing/')

/** Every policy of every `policy.ts` below `root`, and every call of one, in the order of the files' names. */
export function findPolicyPlaces(root: string): Place[] {
  return ['lib', 'app', 'bin', 'seed']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    )
    .toSorted()
    .flatMap((file) => takeable(readFileSync(join(root, file), 'utf8'), file).places)
}

/** A source in which each policy and each call of one asks first whether it is taken away; lines stay where they are. */
export function takeable(source: string, file: string): { places: Place[]; source: string } {
  if (isTest(file)) return { places: [], source }
  const made = isPolicyFile(file) ? takeableDefinitions(source, file) : takeableCalls(source, file)
  if (made.places.length === 0) return made
  // Below, because a directive must stay the first line.
  return { ...made, source: `${made.source}\nimport { takenAway } from '#lib/testing/taken-away'\n` }
}

// Only the name is touched, so that it does not matter how a policy is written.
function takeableDefinitions(source: string, file: string) {
  const places: Place[] = []
  const wrappers: string[] = []
  const renamed = source.replace(
    new RegExp(`^export ((?:async )?function|const) (${named})\\b`, 'gm'),
    (_, kind: string, policy: string) => {
      const place = { id: `${file} ${policy}`, file, policy, isCall: false }
      places.push(place)
      wrappers.push(
        `export function ${policy}(...given: Parameters<typeof ${policy}AsWritten>) { ` +
          `return takenAway('${place.id}') || ${policy}AsWritten(...given) }`,
      )
      return `${kind} ${policy}AsWritten`
    },
  )
  return { places, source: `${renamed}\n${wrappers.join('\n')}\n` }
}

function takeableCalls(source: string, file: string) {
  const places: Place[] = []
  const policies = importedPolicies(source)
  refuseWhatCannotBeTaken(source, file, policies)
  const called = source.replace(
    new RegExp(`(?<![\\w.'"])(${named})\\(`, 'g'),
    (call, policy: string, at: number) => {
      if (!policies.has(policy)) return call
      const line = source.slice(0, at).split('\n').length
      const alike = places.filter(({ id }) => id.startsWith(`${file}:${line} ${policy}`)).length
      const id = `${file}:${line} ${policy}${alike > 0 ? ` (${alike + 1})` : ''}`
      places.push({ id, file, policy, isCall: true })
      return `(takenAway('${id}') ? (..._: Parameters<typeof ${policy}>) => true : ${policy})(`
    },
  )
  return { places, source: called }
}

function importedPolicies(source: string): Set<string> {
  const imports = source.matchAll(importOfPolicies)
  return new Set(
    [...imports].flatMap(([, names = '']) => names.match(new RegExp(`\\b(?:${named})\\b`, 'g')) ?? []),
  )
}

const importOfPolicies = /^(?:import|export) \{([^}]*)\} from '[^']*\bpolicy(?:\.ts)?'/gm

/** A policy under another name, or handed on to be called elsewhere, would stay where it is unseen. */
function refuseWhatCannotBeTaken(source: string, file: string, policies: Set<string>): void {
  const imports = [...source.matchAll(importOfPolicies)].map(([statement]) => statement)
  const renamed = imports.find((statement) => /^export|\bas\b/.test(statement))
  if (renamed) throw new Error(`${file} gives a policy another way in: ${renamed}`)
  const rest = source.replace(importOfPolicies, '')
  // Called, or the name of a property, or a word in a comment or a text.
  for (const policy of policies)
    for (const { 0: line } of rest.matchAll(
      new RegExp(`^.*(?<![\\w.'"\`])${policy}(?![\\w(=:?'"\`]).*$`, 'gm'),
    ))
      if (!/^\s*(?:\*|\/[*/])/.test(line)) throw new Error(`${file} hands ${policy} on: ${line.trim()}`)
}
