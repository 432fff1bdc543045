import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { toUndo } from './undo.ts'

export type Child = { pid: number; process: ChildProcess; isOver(): boolean; stop(): Promise<void> }

// A wiki lets answers under way finish for ten seconds.
const patience = 20_000

/** Starts a program in a process group of its own, which ends with the bench. */
export function startChild(command: string, args: string[], options: SpawnOptions): Child {
  const child = spawn(command, args, { ...options, detached: true })
  child.on('error', () => {})
  const stop = toUndo(() => end(child))
  return { pid: child.pid ?? 0, process: child, isOver: () => isOver(child), stop }
}

/** Runs a program to its end. Throws with what it said where it fails or takes longer than it may. */
export async function runChild(
  command: string,
  args: string[],
  options: SpawnOptions,
  seconds: number,
): Promise<void> {
  const child = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.process.stdout, child.process.stderr])
    stream?.on('data', (chunk) => (said += chunk))
  const late = setTimeout(() => void child.stop(), seconds * 1000)
  await exitOf(child.process)
  clearTimeout(late)
  const { exitCode, signalCode } = child.process
  await child.stop()
  if (exitCode !== 0)
    throw new Error(`${args[0]} failed (${signalCode ?? `exit code ${exitCode}`}):\n${said.slice(-2000)}`)
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined || isOver(child)) return
  signal(pid, 'SIGTERM')
  const late = setTimeout(() => signal(pid, 'SIGKILL'), patience)
  await exitOf(child)
  clearTimeout(late)
}

// npm passes SIGTERM on by itself; what it started bears the same group and must not outlive it.
function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(name === 'SIGKILL' ? -pid : pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const isOver = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (isOver(child)) return resolve()
    child.once('exit', () => resolve())
  })
}
