import { readTakenFrom } from '#lib/duplicates/taken-from'

const restored = /^(−?)#(\d+)$/

/** What the summary of a version says that the wiki wrote itself, to be put into words; undefined where somebody wrote it. */
export function readSummary({ kind, summary }: { kind: string; summary: string }) {
  const from = readTakenFrom(summary)
  if (from) return { word: 'takenFrom' as const, ...from }
  const made = kind === 'restore' ? restored.exec(summary) : null
  if (!made) return undefined
  return { word: made[1] ? ('tookBack' as const) : ('broughtBack' as const), number: Number(made[2]) }
}
