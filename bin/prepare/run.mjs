import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a program in the checkout and returns what it said. Throws with what it said where it fails.
 * A signal to us is passed on to it, and ends us when it is gone.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, timeout?: number }} options `show` lets its output through as it comes.
 * @returns {Promise<string>}
 */
export async function run(program, args, { env = {}, show = false, timeout } = {}) {
  const outcome = await outcomeOf(program, args, { env, show, timeout })
  if (outcome.code === 0) return outcome.output
  throw new Error(
    `${[program, ...args].join(' ')} failed (${outcome.code ?? outcome.signal}):\n${outcome.output.trim()}`,
  )
}

/** As `run`, but a failure is an outcome: `{ code, signal, output }`. */
export function outcomeOf(program, args, { env = {}, show = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    let passedOn
    const passOn = (signal) => {
      passedOn = signal
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, passOn)
    const end = (code, signal, more = '') => {
      for (const name of signals) process.off(name, passOn)
      if (passedOn) process.exit(130)
      resolve({ code, signal, output: output + more })
    }
    child.once('error', (error) => end(1, null, error.message))
    child.once('close', (code, signal) => end(code, signal))
  })
}
