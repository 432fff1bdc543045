import { Agent, request } from 'node:http'
import { findAction, stateIn } from './server-action.ts'

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

/** Somebody signed in at a built wiki who saves as the editor page does: the same action, on one connection that stays open. */
export class RemoteEditor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(
    private readonly url: string,
    readonly person: { id: string; token: string },
    private readonly patience = 60_000,
  ) {}

  async save(text: TextToSave): Promise<SaveAnswer> {
    const { id, path } = findAction('texts#saveText')
    const body = JSON.stringify([{ ...text, personId: this.person.id }])
    const answer = await this.#post(path, id, body).catch(() => undefined)
    if (answer?.status !== 200) return undefined
    const state = stateIn(answer.text)
    return state.status ? (state as SaveAnswer) : undefined // the ActionResult of our own action
  }

  leave(): void {
    this.#agent.destroy()
  }

  #post(path: string, action: string, body: string): Promise<{ status?: number | undefined; text: string }> {
    const headers = {
      Origin: this.url,
      Referer: this.url + path,
      Cookie: `errata-session=${this.person.token}; signed-in=1`,
      'Next-Action': action,
      Accept: 'text/x-component',
      'Content-Type': 'text/plain;charset=UTF-8',
      'Content-Length': Buffer.byteLength(body),
    }
    return new Promise((resolve, reject) => {
      const sent = request(this.url + path, { method: 'POST', agent: this.#agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('error', reject)
        response.on('end', () =>
          response.complete ? resolve({ status: response.statusCode, text }) : reject(new Error('cut off')),
        )
      })
      sent.on('error', reject)
      sent.setTimeout(this.patience, () => sent.destroy(new Error('no answer')))
      sent.end(body)
    })
  }
}
