import { expect, test } from 'vitest'
import { contractDocs, typedQueries } from './contract-docs.ts'
import type { SearchQuery, SearchResult } from './engine.ts'
import { foldWithOrigins } from './fold.ts'
import { highlight } from './highlight.ts'
import { resolveTerms } from './resolve-terms.ts'

export type Asking = {
  ask: (q: string, more?: Partial<SearchQuery>) => Promise<SearchResult>
  /** The numbers of the documents found, in order. */
  found: (q: string, more?: Partial<SearchQuery>) => Promise<number[]>
  numbersOf: (hits: { id: string }[]) => number[]
}

/** The part of the contract that says what is found. */
export function findingCases({ ask, found, numbersOf }: Asking): void {
  const firstFive = (q: string) => found(q, { limit: 5 })

  test('from the second keystroke on the target is among the first five', async () => {
    for (const [typed, number] of typedQueries) {
      for (let length = 2; length <= typed.length; length++) {
        const prefix = typed.slice(0, length)
        expect({ prefix, found: await firstFive(prefix) }).toEqual({
          prefix,
          found: expect.arrayContaining([number]),
        })
      }
    }
  })

  test.each([
    ['观锁', 1],
    ['次握手', 2],
    ['群现', 3],
    ['久化', 10],
    ['粘', undefined],
    ['惊', 3],
    ['锁', 1],
    ['换', 8],
  ])('finds Chinese from the middle of a word and single characters: %s', async (q, number) => {
    expect(await firstFive(q)).toEqual(number === undefined ? [] : expect.arrayContaining([number]))
  })

  test.each([
    ['ngnix', 3, 'nginx'],
    ['rabitm', 4, 'rabbitmq'],
    ['dokce', 5, 'docker'],
    ['ridis', 10, 'redis'],
    ['edocker', 5, 'docker'],
    ['ocker 镜像', 5, 'docker 镜像'],
    ['sokcet.accept', 9, 'socket.accept'],
    ['socket.acep', 9, 'socket.accept'],
  ])('forgives one slip in a Latin word, finished or not: %s', async (q, number, correction) => {
    const result = await ask(q, { limit: 5 })
    expect(numbersOf(result.hits)).toContain(number)
    expect(result.correction).toBe(correction)
  })

  test('takes no word that only carries a question for a slip', async () => {
    const result = await ask('how does docker work', { limit: 5 })
    expect(numbersOf(result.hits)[0]).toBe(5)
    expect([result.relaxed, result.correction]).toEqual([true, null])
  })

  test.each([
    ['nginx惊群', 3],
    ['socket.accept', 9],
    ['accept', 9],
    ['EPOLLEXCLUSIVE', 3],
    ['epoll_ctl', 3],
    ['time-wait', 6],
    ['TIME_WAIT', 6],
    ['timewait', 6],
    ['ｎｇｉｎｘ', 3],
    ['three-way handshake', 2],
    ['全局解释器锁', 7],
    ['coroutine', 8],
    ['死锁', 14],
    ['clustered index', 12],
    ['行程與執行緒', 15],
  ])('understands mixed scripts, identifiers and other names: %s', async (q, number) => {
    const result = await ask(q, { limit: 5 })
    expect(numbersOf(result.hits)).toContain(number)
    expect(result.correction).toBeNull()
  })

  test.each([
    ['leguansuo', 1],
    ['lgs', 1],
    ['guansuo', 1],
    ['xiecheng', 8],
    ['xie cheng', 8],
    ['redis chijiuhua', 10],
  ])('finds titles by their sound: %s', async (q, number) => {
    expect(await firstFive(q)).toContain(number)
  })

  test('puts a match in the title or in another name before one in the text', async () => {
    expect((await found('docker'))[0]).toBe(5)
    expect((await found('聚簇索引'))[0]).toBe(12)
    expect((await found('mysql')).slice(0, 2)).toEqual([11, 12])
  })

  test('has all words in every hit, else says that it was relaxed', async () => {
    const all = await ask('mysql 主键')
    const some = await ask('redis 薛定谔')
    const none = await ask('薛定谔')
    expect(numbersOf(all.hits).sort()).toEqual([11, 12])
    expect(all.relaxed).toBe(false)
    expect(numbersOf(some.hits)).toEqual([10])
    expect(some.relaxed).toBe(true)
    expect(none).toMatchObject({ hits: [], total: 0 })
  })

  test.each([
    ['乐观', '乐观'],
    ['rabitm', 'RabbitM'],
    ['three-way handshake', '三次握手'],
    ['leguansuo', '乐观锁'],
    ['time-wait', 'TIME_WAIT'],
  ])('gives terms that light up the first hit: %s', async (q, lit) => {
    const { hits, terms } = await ask(q)
    const hit = contractDocs.find(({ id }) => id === hits[0]?.id)
    const [title, body] = [foldWithOrigins(hit?.title ?? ''), foldWithOrigins(hit?.body ?? '')]
    const resolved = resolveTerms(title, [body], terms)
    const pieces = [title, body].flatMap((text) => highlight(text, resolved))
    expect(
      pieces
        .filter((piece) => piece.hit)
        .map((piece) => piece.t)
        .join('|'),
    ).toContain(lit)
  })
}
