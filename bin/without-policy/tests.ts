import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { createVitest, type TestModule } from 'vitest/node'
import { takeable } from '#lib/testing/policy-places'

type Tests = {
  /** Runs them once and returns, for each place, the files that came by there and passed, the fastest first. */
  reach(): Promise<Map<string, string[]>>
  /** The first test of that file with an expectation that fails without the policy at that place. Throws where the file does not run. */
  failure(file: string, without: string): Promise<string | undefined>
  close(): Promise<void>
}

/** The integration tests that import one of these files, on sources in which policies can be taken away; `trace` is a file of theirs. */
export async function openTests(root: string, files: string[], trace: string): Promise<Tests> {
  const vitest = await createVitest(
    'test',
    { config: 'lib/testing/vitest.config.ts', root, watch: false, reporters: [{}] },
    {
      plugins: [
        {
          name: 'take-policies-away',
          enforce: 'pre',
          transform(code, id) {
            const file = relative(root, id.split('?')[0] ?? id)
            return /^(lib|app)\/.*\.tsx?$/.test(file)
              ? { code: takeable(code, file).source, map: null }
              : undefined
          },
        },
      ],
    },
  )
  const durations = new Map<string, number>()
  const all = await vitest.globTestSpecifications(['lib/', 'app/'])
  const specifications = all.filter(({ moduleId }) => importsOneOf(moduleId, files, root))
  const run = async (chosen: typeof specifications, env: Record<string, string>): Promise<TestModule[]> => {
    Object.assign(process.env, env)
    const { testModules } = await vitest.runTestSpecifications(chosen)
    for (const name of Object.keys(env)) delete process.env[name]
    const ids = new Set(chosen.map(({ moduleId }) => moduleId))
    return testModules.filter(({ moduleId }) => ids.has(moduleId))
  }
  return {
    async reach() {
      const modules = await run(specifications, { ERRATA_REACHED: trace })
      for (const module of modules) {
        const failure = brokenIn(module) ?? failuresIn(module)[0]?.name
        if (failure) console.error(`Fails with every policy in place, so it tells nothing: ${failure}`)
        else durations.set(relative(root, module.moduleId), module.diagnostic().duration)
      }
      return readReached(root, trace, durations)
    },
    async failure(file, without) {
      const chosen = specifications.filter(({ moduleId }) => relative(root, moduleId) === file)
      const [module] = await run(chosen, { ERRATA_WITHOUT: without })
      const broken = module && brokenIn(module)
      if (broken) throw new Error(`${file} does not run without ${without}: ${broken}`)
      return module && failuresIn(module).find(({ isExpectation }) => isExpectation)?.name
    },
    close: () => vitest.close(),
  }
}

// Tests stand beside their verbs and import them: whatever imports none cannot be the nearest one.
function importsOneOf(test: string, files: string[], root: string): boolean {
  const imports = readFileSync(test, 'utf8').matchAll(/\bfrom '([#.][^']+)'/g)
  return [...imports].some(([, name = '']) => {
    const target = name.startsWith('#') ? `${name.slice(1)}.ts` : relative(root, join(dirname(test), name))
    return files.includes(target)
  })
}

function brokenIn(module: TestModule): string | undefined {
  return module.errors()[0] && `${module.relativeModuleId}: ${module.errors()[0]?.message}`
}

/** A crash or a time-out fails a test too, but says nothing about a policy: only what an expectation noticed does. */
function failuresIn(module: TestModule): { name: string; isExpectation: boolean }[] {
  return [...module.children.allTests('failed')].map((test) => ({
    name: `${module.relativeModuleId}: ${test.fullName}`,
    isExpectation: (test.result().errors ?? []).some(({ name }) => name === 'AssertionError'),
  }))
}

function readReached(root: string, trace: string, durations: Map<string, number>): Map<string, string[]> {
  const reached = new Map<string, Set<string>>()
  for (const line of existsSync(trace) ? readFileSync(trace, 'utf8').trim().split('\n') : []) {
    const [place, path] = JSON.parse(line) as [string, string] // written by `takenAway`
    const files = reached.get(place) ?? new Set()
    if (durations.has(relative(root, path))) reached.set(place, files.add(relative(root, path)))
  }
  const duration = (file: string) => durations.get(file) ?? 0
  return new Map(
    [...reached].map(([place, files]) => [place, [...files].sort((a, b) => duration(a) - duration(b))]),
  )
}
