import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a policy can be taken away: as a whole (`lib/x/policy.ts mayY`), or one call of it (`lib/x/verb.ts:12 mayY`). */
export type Place = { id: string; file: string; policy: string; isCall: boolean }

const isPolicyFile = (file: string) => /^lib\/\w+\/policy\.ts$/.test(file)
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
    /^export ((?:async )?function|const) (may[A-Z]\w*)/gm,
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
  const called = source.replace(/(?<![\w.'"])(may[A-Z]\w*)\(/g, (call, policy: string, at: number) => {
    if (!policies.has(policy)) return call
    const line = source.slice(0, at).split('\n').length
    const alike = places.filter(({ id }) => id.startsWith(`${file}:${line} ${policy}`)).length
    const id = `${file}:${line} ${policy}${alike > 0 ? ` (${alike + 1})` : ''}`
    places.push({ id, file, policy, isCall: true })
    return `(takenAway('${id}') ? (..._: Parameters<typeof ${policy}>) => true : ${policy})(`
  })
  return { places, source: called }
}

function importedPolicies(source: string): Set<string> {
  const imports = source.matchAll(/^import \{([^}]*)\} from '[^']*\bpolicy(?:\.ts)?'/gm)
  return new Set([...imports].flatMap(([, names = '']) => names.match(/\bmay[A-Z]\w*/g) ?? []))
}
