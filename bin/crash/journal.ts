import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One save that the wiki acknowledged, as the client that sent it saw it. */
export type Acknowledged = {
  operationId: string
  revisionId: string
  textId: string
  number: number
  outcome: string
  /** What nobody else wrote. */
  mark: string
}

/** What one client was told, in a file of its own that nothing else writes to. */
export class Journal {
  readonly #file: string

  constructor(folder: string, client: number) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, `client-${client}.jsonl`)
    appendFileSync(this.#file, '')
  }

  note(save: Acknowledged): void {
    appendFileSync(this.#file, `${JSON.stringify(save)}\n`)
  }

  /** Everything noted so far. */
  read(): Acknowledged[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line) as Acknowledged) // written above
  }
}
