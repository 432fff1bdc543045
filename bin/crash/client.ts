import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { RemoteEditor, type TextToSave } from '#lib/testing/remote-editor'
import type { Journal } from './journal.ts'

export type Text = { id: string; head: { id: string; markdown: string } }
export type Counts = Record<'saved' | 'merged' | 'conflicts' | 'unanswered' | 'again' | 'refused', number>

const pauseAfterSilence = 50
const pauseAfterRefusal = 500

/**
 * Saves one text after the other, its own and one that it shares with its neighbours, until stopped. What was not answered is sent
 * again as the same save, as a browser does. `people` take turns, for one person may save only once a second.
 */
export class Client {
  readonly counts: Counts = { saved: 0, merged: 0, conflicts: 0, unanswered: 0, again: 0, refused: 0 }
  /** Called with each answer: when what it answers was sent. */
  onAnswer = (_sentAt: number) => {}
  readonly #editors: RemoteEditor[]
  #isStopped = false
  #turn = 0

  constructor(
    private readonly name: string,
    url: string,
    people: { id: string; token: string }[],
    private readonly texts: Text[],
    private readonly journal: Journal,
  ) {
    this.#editors = people.map((person) => new RemoteEditor(url, person))
  }

  stop(): void {
    this.#isStopped = true
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      const at = this.#turn++
      // Three saves of its own text to one of the text that it shares.
      const text = this.texts[at % 4 === 3 ? 1 : 0]
      const editor = this.#editors[at % this.#editors.length]
      if (text && editor) await this.#saveOnce(editor, text)
    }
    for (const editor of this.#editors) editor.leave()
  }

  async #saveOnce(editor: RemoteEditor, text: Text): Promise<void> {
    const operationId = randomUUID()
    const mark = `记号 ${operationId}。`
    const save: TextToSave = {
      kind: 'answer',
      id: text.id,
      baseId: text.head.id,
      operationId,
      title: null,
      markdown: withLine(text.head.markdown, this.name, mark),
      summary: operationId,
    }
    for (let isFirst = true; ; isFirst = false) {
      const sentAt = performance.now()
      const answer = await editor.save(save)
      if (!answer) {
        this.counts.unanswered++
        if (this.#isStopped) return
        await wait(pauseAfterSilence)
        continue
      }
      this.onAnswer(sentAt)
      if (!isFirst) this.counts.again++
      if (answer.status === 'done') {
        const { revisionId, number, outcome } = answer.result
        this.journal.note({ operationId, revisionId, textId: text.id, number, outcome, mark })
        this.counts[outcome === 'merged' ? 'merged' : 'saved']++
        // What others wrote into a merged text is not known here; a later clash tells.
        text.head = { id: revisionId, markdown: save.markdown }
      } else if (answer.status === 'conflict') {
        this.counts.conflicts++
        text.head = answer.head
      } else {
        this.counts.refused++
        await wait(pauseAfterRefusal)
      }
      return
    }
  }
}

/** The text with this client's line replaced, or added as the last. */
function withLine(markdown: string, name: string, mark: string): string {
  const lines = markdown.split('\n\n')
  const at = lines.findIndex((line) => line.startsWith(`${name}：`))
  return lines.with(at < 0 ? lines.push('') - 1 : at, `${name}：${mark}`).join('\n\n')
}
