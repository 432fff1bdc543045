/** Wakes one sleeper. Rings that come while nobody sleeps are heard at the next wait; after `stop` nobody sleeps any more. */
export class Bell {
  #rung = false
  #wake = () => {}
  #stopped = false

  ring(): void {
    this.#rung = true
    this.#wake()
  }

  stop(): void {
    this.#stopped = true
    this.#wake()
  }

  /** Resolves at the next ring, at the stop, when `other` does, or after so many milliseconds. */
  async wait(most: number, other?: Promise<void>): Promise<void> {
    if (!this.#rung && !this.#stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, most)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
        other?.then(this.#wake)
      })
    }
    this.#rung = false
  }
}
