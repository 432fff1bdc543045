import { Agent, get } from 'node:http'

type Answer = { body: Buffer; milliseconds: number }

const patience = 60_000

/** One reader on one connection that stays open. */
export class Reader {
  #url: string
  #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(url: string) {
    this.#url = url
  }

  /** An answer's bytes as they came, compressed where `headers` take that, and how long they took. Throws where it is not a 200. */
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const request = get(this.#url + path, { agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`))
          resolve({ body: Buffer.concat(chunks), milliseconds: performance.now() - began })
        })
      })
      request.on('error', reject)
      request.setTimeout(patience, () => request.destroy(new Error(`${path} took longer than a minute`)))
    })
  }

  leave(): void {
    this.#agent.destroy()
  }
}
