import { parentPort } from 'node:worker_threads'
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
