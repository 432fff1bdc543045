import { parentPort } from 'node:worker_threads'
import { type Merged, mergeTexts } from '#lib/text/merge'
import { readyLanguagesOf } from './highlight.ts'
import { renderHere } from './pipeline.ts'
import type { Rendered, RenderOptions } from './rendered.ts'

export type RenderTask = { number: number; markdown: string; options: RenderOptions }

/** What the pool runs: says which text it begins, so that waiting and starting do not count against its time, and renders it. */
export default async function renderTask({ number, markdown, options }: RenderTask): Promise<Rendered> {
  await readyLanguagesOf(markdown)
  parentPort?.postMessage({ started: number })
  return renderHere(markdown, options)
}

export type MergeTask = { base: string; mine: string; theirs: string }

/** The other work that may take a second and must not hold up the server: a three-way merge. */
export function merge({ base, mine, theirs }: MergeTask): Merged {
  return mergeTexts(base, mine, theirs)
}
