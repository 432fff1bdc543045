import { beforeEach, expect, test } from 'vitest'
import { contractDocs, idOf } from './contract-docs.ts'
import { findingCases } from './contract-finding.ts'
import type { SearchDoc, SearchEngine, SearchQuery } from './engine.ts'

const everyone = { acl: ['public'] }

/**
 * What every engine promises; registers the cases with the test runner. Call inside a `describe` or a test file of its own, with a
 * function that gives the engine under test. Cases speak of "among the first five", never of an exact order where engines may differ.
 */
export function searchEngineContract(engineOf: () => SearchEngine): void {
  const ask = (q: string, more: Partial<SearchQuery> = {}) =>
    engineOf().search({ q, filter: everyone, ...more })
  const numbersOf = (ids: { id: string }[]) => ids.map(({ id }) => Number(id.slice(-12)))
  const found = async (q: string, more: Partial<SearchQuery> = {}) => numbersOf((await ask(q, more)).hits)

  beforeEach(async () => {
    await engineOf().ensure()
    await engineOf().clear()
    await engineOf().upsert(contractDocs)
  })

  findingCases({ ask, found, numbersOf })

  test('counts its documents and enumerates their versions in order', async () => {
    const versions = await collect(engineOf().versions(4))
    expect(await engineOf().count()).toBe(contractDocs.length)
    expect(versions).toEqual(contractDocs.map(({ id, version }) => ({ id, version })))
  })

  test('shows nobody what they may not see, not even as a number', async () => {
    const seen = await ask('乐观锁', { facets: ['space', 'tags'] })
    const byEditor = await ask('薪资谈判', { filter: { acl: ['public', 'editors'] } })
    expect(numbersOf(seen.hits)).toEqual([1])
    expect(seen.total).toBe(1)
    expect(seen.facets).toEqual({ space: { backend: 1 }, tags: { 锁: 1, 数据库: 1 } })
    expect(await found('薪资谈判')).toEqual([])
    expect(await found('', { filter: { acl: [] } })).toEqual([])
    expect(numbersOf(byEditor.hits)).toContain(13)
  })

  test('takes the values of filters as values', async () => {
    const hostile = [
      'public" OR acl EXISTS',
      "x') or true --",
      '{public}',
      '\\',
      '"',
      '*',
      '\0',
      '\ud800',
      '',
    ]
    for (const value of hostile) {
      expect(await found('', { filter: { acl: [value] } })).toEqual([])
      expect(await found('', { filter: { ...everyone, tags: [value] } })).toEqual([])
      expect(await found('锁', { filter: { ...everyone, spaces: [value] } })).toEqual([])
    }
    expect(
      (await found('索引', { filter: { ...everyone, tags: ['数据库'], spaces: ['backend'] } })).sort(),
    ).toEqual([11, 12])
    expect(await found('', { filter: { ...everyone, states: ['unanswered'] } })).toEqual([15])
    expect(await found('', { filter: { ...everyone, asked: 2 } })).toEqual([2, 1])
    expect(await found('锁', { filter: { ...everyone, asked: 3 } })).toEqual([1])
    expect(await found('锁', { filter: { ...everyone, asked: 6 } })).toEqual([])
    expect(await found('', { filter: { ...everyone, authors: ['li'], updatedFrom: 1_700_000_005 } })).toEqual(
      [5],
    )
  })

  test('counts facets over the whole match, not over the page', async () => {
    const page = await ask('', { limit: 1, facets: ['space', 'author', 'state'] })
    expect(page.facets).toEqual({
      space: { backend: 10, network: 4 },
      author: { wang: 12, li: 2 },
      state: { answered: 12, partial: 1, unanswered: 1 },
    })
    expect(page.total).toBe(14)
  })

  test('gives pages that do not overlap, and the same ones again', async () => {
    const whole = await found('的', { limit: 20 })
    const pages = await Promise.all([0, 3, 6, 9].map((offset) => found('的', { limit: 3, offset })))
    expect(whole.length).toBeGreaterThan(6)
    expect(pages.flat()).toEqual(whole.slice(0, 12))
    expect(await found('的', { limit: 20 })).toEqual(whole)
    expect(await found('的', { offset: 900 })).toEqual([])
  })

  test('lists the latest for an empty query, and sorts by time when asked', async () => {
    expect(await found('', { limit: 3 })).toEqual([15, 14, 12])
    expect(await found('  ', { limit: 2 })).toEqual([15, 14])
    expect(await found('mysql', { sort: 'updated' })).toEqual([12, 11])
    expect((await ask('mysql', { total: false })).total).toBeNull()
  })

  test.each([
    ['a NUL', 'docker\0'],
    ['a lone surrogate', 'docker\ud800'],
    ['5000 characters', `docker ${'锁'.repeat(5000)}`],
    ['many words', 'docker '.repeat(700)],
    ['a prefix operator', ':*'],
    ['an open bracket', '!('],
    ['quotes', `'"\\' & | ! <-> docker`],
    ['a negated word', '-docker'],
    ['a percent sign', '%_'],
    ['dollar signs', '$1 $$'],
    ['markup', '<script>docker</script>'],
  ])('takes any text as a query and none of it as an operator: %s', async (_, q) => {
    const result = await ask(q)
    expect(Array.isArray(result.hits)).toBe(true)
    if (q.includes('docker') && q.length < 30) expect(numbersOf(result.hits)).toContain(5)
  })

  test('an upsert replaces, done twice it is done once, an older version never wins, and removing twice is fine', async () => {
    const changed: SearchDoc = { ...contractDocs[4]!, version: 2, title: 'Podman 镜像分层' }
    await engineOf().upsert([changed])
    await engineOf().upsert([changed])
    await engineOf().upsert([contractDocs[4]!])
    expect(await found('podman')).toEqual([5])
    expect(await found('docker')).toEqual([])
    expect(await engineOf().count()).toBe(contractDocs.length)
    await engineOf().remove([idOf(5), idOf(999)])
    await engineOf().remove([idOf(5)])
    expect(await found('podman')).toEqual([])
    expect(await engineOf().count()).toBe(contractDocs.length - 1)
  })

  test('builds a new index beside the live one and swaps it in', async () => {
    const batches = async function* () {
      yield contractDocs.slice(0, 3)
      yield contractDocs.slice(3, 6).map((one) => ({ ...one, title: `${one.title} 新版` }))
    }
    const { count, next, swap } = await engineOf().rebuild(batches())
    const before = await found('镜像')
    expect(count).toBe(6)
    expect(before).toEqual([5])
    expect(numbersOf((await next.search({ q: '新版', filter: everyone })).hits).sort()).toEqual([4, 5, 6])
    expect(await found('新版')).toEqual([])
    await swap()
    expect((await found('新版')).sort()).toEqual([4, 5, 6])
    expect(await engineOf().count()).toBe(6)
    expect(await found('索引')).toEqual([])
  })
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
