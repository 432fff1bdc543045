import { squash } from './fold.ts'
import { builtInGroups } from './synonym-groups.ts'

/**
 * What a team has added to the list or taken out of it. `both`: each name finds the others; `one`: the first finds the others but is not
 * found by them; `off`: a group of the list that shall not count.
 */
export type TeamSynonyms = { kind: 'both' | 'one' | 'off'; names: string[] }

type Table = { others: Map<string, string[]>; chinese: string[]; names: string[] }

let table = tableOf([])

/** From now on, in this process, what the team has counts together with the list. */
export function adoptTeamSynonyms(team: TeamSynonyms[]): void {
  table = tableOf(team)
}

/** Every name that finds others, as it is written. */
export const listNames = (): string[] => table.names

/** Other names of exactly this, given squashed. */
export const synonymsOf = (squashed: string): string[] => table.others.get(squashed) ?? []

/** The longest name inside a run of Chinese. */
export const nameInside = (run: string): string | undefined => table.chinese.find((key) => run.includes(key))

/** What tells a group from all others, in whatever order its names stand. */
export function groupKey(names: string[]): string {
  return names.map(squash).sort().join(' ')
}

function tableOf(team: TeamSynonyms[]): Table {
  const off = new Set(team.filter(({ kind }) => kind === 'off').map(({ names }) => groupKey(names)))
  const groups = [
    ...builtInGroups.filter((names) => !off.has(groupKey(names))),
    ...team.filter(({ kind }) => kind === 'both').map(({ names }) => names),
  ]
  const others = new Map<string, string[]>()
  const add = (name: string, more: string[]) => {
    const key = squash(name)
    others.set(key, [...new Set([...(others.get(key) ?? []), ...more])])
  }
  for (const group of groups)
    for (const name of group)
      add(
        name,
        group.filter((other) => other !== name),
      )
  const oneWay = team.filter(({ kind }) => kind === 'one')
  for (const { names } of oneWay) add(names[0] ?? '', names.slice(1))
  const chinese = [...others.keys()]
    .filter((key) => /^\p{Script=Han}+$/u.test(key))
    .sort((a, b) => b.length - a.length)
  const names = [...groups.flat(), ...oneWay.flatMap((one) => one.names.slice(0, 1))]
  return { others, chinese, names: [...new Set(names)] }
}
