import { Agent, request } from 'node:http'

export type TextToSave = {
  kind: 'entry' | 'answer' | 'section'
  id: string
  baseId: string
  operationId: string
  title: string | null
  markdown: string
  summary: string
}

/** What a save came to; undefined where no whole answer came. */
export type SaveAnswer =
  | { status: 'done'; result: { revisionId: string; number: number; outcome: string } }
  | { status: 'conflict'; head: { id: string; number: number; markdown: string } }
  | { status: 'refused'; code: string }
  | undefined

/** Somebody signed in at a built wiki who saves as the editor page does: the same request, on one connection that stays open. */
export class RemoteEditor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(
    private readonly url: string,
    readonly person: { id: string; token: string },
    private readonly patience = 60_000,
  ) {}

  async save(text: TextToSave): Promise<SaveAnswer> {
    const body = JSON.stringify({ ...text, personId: this.person.id })
    try {
      return JSON.parse(await this.#post(body)) as SaveAnswer // what our own handler says, or nothing that is JSON
    } catch {
      return undefined
    }
  }

  leave(): void {
    this.#agent.destroy()
  }

  #post(body: string): Promise<string> {
    const headers = {
      Origin: this.url,
      Cookie: `errata-session=${this.person.token}; signed-in=1`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    }
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#agent, headers }
      const sent = request(`${this.url}/api/texts`, options, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('error', reject)
        response.on('end', () => (response.complete ? resolve(text) : reject(new Error('cut off'))))
      })
      // The server closes what was idle for a while; the same operation twice is one save.
      sent.on('error', (error) =>
        sent.reusedSocket ? this.#post(body).then(resolve, reject) : reject(error),
      )
      sent.setTimeout(this.patience, () => sent.destroy(new Error('no answer')))
      sent.end(body)
    })
  }
}
