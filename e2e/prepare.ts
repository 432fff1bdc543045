import { rmSync } from 'node:fs'
import { prepareData } from '../lib/testing/prepared-data.ts'

/** Once before all tests: the data that wikis of a test's own start from. */
export default async function prepare(): Promise<() => void> {
  const dataDir = await prepareData('errata-prepared-')
  return () => rmSync(dataDir, { recursive: true, force: true })
}
