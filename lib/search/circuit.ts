import { setTimeout as sleep } from 'node:timers/promises'

const longest = 60_000

/**
 * Keeps away from a server that gave no answer: once tripped it is open until the server is well again, which is asked half a second
 * later at first, then less and less often, a minute apart at most, never by two instances at the same beat.
 */
export class Circuit {
  readonly #isWell: () => Promise<boolean>
  readonly #shortest: number
  #pause: number
  #opened: Promise<void> | undefined
  /** How often it has opened: whoever sees a new number knows that there was an outage. */
  outages = 0

  /** `shortest`: milliseconds until the server is asked first. */
  constructor(isWell: () => Promise<boolean>, shortest = 500) {
    this.#isWell = isWell
    this.#shortest = shortest
    this.#pause = shortest
  }

  get isOpen(): boolean {
    return this.#opened !== undefined
  }

  trip(): void {
    if (this.#opened) return
    this.outages++
    this.#opened = this.#recover()
  }

  /** Something was answered: the next failure is a new one. */
  succeed(): void {
    this.#pause = this.#shortest
  }

  /** Resolves when the server is well; at once where the circuit is closed. */
  async untilClosed(): Promise<void> {
    await this.#opened
  }

  async #recover(): Promise<void> {
    do {
      await sleep(this.#pause * (0.75 + Math.random() / 2), undefined, { ref: false })
      this.#pause = Math.min(this.#pause * 2, longest)
    } while (!(await this.#isWell()))
    this.#opened = undefined
  }
}
