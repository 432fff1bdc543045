import { readdir, readFile } from 'node:fs/promises'

/** Processor seconds that a process has used so far; 0 where the system does not tell (anything but Linux). */
export async function processorSeconds(pid: number): Promise<number> {
  const fields = await statOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

/** Processor milliseconds that these processes have used so far, all their threads, to the microsecond; 0 where the system does not tell. */
export async function processorMilliseconds(pids: number[]): Promise<number> {
  const used = await Promise.all(pids.map(nanosecondsOf))
  return used.reduce((sum, one) => sum + one, 0) / 1e6
}

/** The same of a process with all that are below it now. */
export async function treeSeconds(pid: number): Promise<number> {
  const each = await Promise.all((await treeOf(pid)).map(processorSeconds))
  return each.reduce((sum, seconds) => sum + seconds, 0)
}

/** Memory in MB that a process and its children take, shared pages counted by share (PSS); 0 where the system does not tell. */
export async function treeMegabytes(pid: number): Promise<number> {
  const sizes = await Promise.all((await treeOf(pid)).map(proportionalKilobytes))
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Processes of this machine on average waiting to run, in the last minute. */
export async function loadAverage(): Promise<string> {
  const text = await readFile('/proc/loadavg', 'utf8').catch(() => '?')
  return text.split(' ')[0] ?? '?'
}

/** A process and all below it. */
export async function treeOf(pid: number): Promise<number[]> {
  const everyone = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(everyone.map(async (one) => Number((await statOf(one))[1])))
  const below = (above: number): number[] => [
    above,
    ...everyone.filter((_, at) => parents[at] === above).flatMap(below),
  ]
  return below(pid)
}

async function nanosecondsOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const texts = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')),
  )
  return texts.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0)
}

// Fields from the state on; the name before it may hold anything.
async function statOf(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

async function proportionalKilobytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
}
