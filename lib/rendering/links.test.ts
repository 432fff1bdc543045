import { expect, test } from 'vitest'
import { renderHere } from './pipeline.ts'

test('addresses in running text end where Chinese begins', async () => {
  // when
  const { html, links } = await renderHere(
    '参考：https://www.cnblogs.com/a/5749030.html，以及https://a.b/c(d))。见http://x.com/a?b=1&c=2中文 **https://e.f/g** www.no.org ftp://no http://',
  )

  // then
  expect(links.map(({ target }) => target)).toEqual([
    'https://www.cnblogs.com/a/5749030.html',
    'https://a.b/c(d)',
    'http://x.com/a?b=1&c=2',
    'https://e.f/g',
  ])
  expect(html).toContain('<strong><a href="https://e.f/g" rel="noopener nofollow">https://e.f/g</a></strong>')
})

test('sources are told from other links by the words before them', async () => {
  // when
  const { links } = await renderHere(
    '见 [甲](a)\n\n参考：[乙](b)\n\n☆☆☆参考连接 [丙](c)\n\nSource: [丁](d)\n\n- 转载自 [戊](e)\n\n来源：\n[己](f)\n\n## 参考资料\n\n- [庚](g)\n\n## 其他\n\n[辛](h)',
  )

  // then
  expect(links.filter(({ isSource }) => isSource).map(({ label }) => label)).toEqual([...'乙丙丁戊己庚'])
})

test('a link knows its line', async () => {
  const { links } = await renderHere(
    '# a\n\n[1](a)\nb\n[2](b)\n\n- c\n  - [3](c)\n\n| d |\n|--|\n| [4](d) |\n\n> e\n> [5](e)\n',
  )
  expect(links.map(({ label, line }) => `${label}:${line}`)).toEqual(['1:3', '2:5', '3:8', '4:12', '5:15'])
})

test.each([
  ['[a](https://example.com/%zz)', null],
  ['[a](https://)', 'bad_url'],
  ['[a](https://exa%00mple.com)', 'bad_url'],
  ['[a](javascript:alert(1))', 'bad_url'],
  ['[a](https://link.juejin.cn?target=https%3A%2F%2Fa.b)', null],
  ['[a](https://link.juejin.cn?target=)', 'bad_url'],
  ['[a](https://www.baidu.com/link?url=k3x)', null],
  ['[a](https://www.baidu.com/link?url=)', 'bad_url'],
  ['[a](C:\\Users\\a\\b.md)', 'local_path'],
  ['[a](file:///a/b)', 'local_path'],
  ['[a](/home/me/b.md)', 'local_path'],
  ['[a](learning\\b)', 'local_path'],
  ['[a](/entries/b-1)', null],
  ['[a](./b.md)', null],
  ['[a](mailto:a@example.com)', null],
  ['[a](#b)', 'missing_anchor'],
  ['# B 中文\n\n[a](#b-中文)', null],
  ['# B 中文\n\n[a](#B-%E4%B8%AD%E6%96%87)', null],
  ['![a](b.png)', 'missing_image'],
  ['![a](C:\\Users\\网络编程\\UDP.png)', 'missing_image'],
  ['![a](https://example.com/b.png)', null],
  ['[[B]]', null],
] as const)('%s → %s', async (markdown, problem) => {
  const { links } = await renderHere(markdown)
  expect(links[0]?.problem).toBe(problem)
})

test('what cannot be followed keeps its words and loses its address', async () => {
  const { html } = await renderHere('[看这里](javascript:alert(1)) [那里](C:\\a) [这](#没有)')
  expect(html).not.toContain('href')
  expect(html).toContain('<span class="dead-link" title="C:\\a">那里</span>')
})

test('anchors lead to the ids of this text', async () => {
  const { html } = await renderHere('# 三次握手\n\n[看](#三次握手)', { idPrefix: 'a7' })
  expect(html).toContain('<h3 id="a7-h-三次握手">')
  expect(html).toContain('<a href="#a7-h-三次握手">看</a>')
})

test('pictures: ours are shown, strange ones are links, missing ones leave a gap with their name', async () => {
  // given
  const images = { './select模型.png': '/uploads/1.png', constructor: '/uploads/2.png' }

  // when
  const { html, links } = await renderHere(
    '![图](./select模型.png "题") ![](https://example.com/a/tcp.jpg) ![](C:\\Users\\网络编程\\UDP.png) ![x](toString) [![y](https://example.com/b.png)](https://example.com)',
    { images },
  )

  // then
  expect(html).toContain('<img src="/uploads/1.png" alt="图" loading="lazy" decoding="async" title="题">')
  expect(html).toContain(
    '<a class="remote-image" href="https://example.com/a/tcp.jpg" rel="noopener nofollow">tcp.jpg</a>',
  )
  expect(html).toContain('<span class="missing-image" title="C:\\Users\\网络编程\\UDP.png">UDP.png</span>')
  expect(html).toContain('<span class="missing-image" title="toString">x</span>')
  expect(html).toContain(
    '<a href="https://example.com" rel="noopener nofollow"><span class="remote-image">y</span></a>',
  )
  expect(links.filter(({ problem }) => problem).map(({ target }) => target)).toEqual([
    'C:\\Users\\网络编程\\UDP.png',
    'toString',
  ])
})

test('a gap is labelled by the file where the words for the picture say nothing', async () => {
  const { html } = await renderHere('![img](./select模型.png) ![](a/b%20c.png) ![三次握手](x.png) ![img]()')
  expect(html.match(/(?<=class="missing-image"[^>]*>)[^<]*/g)).toEqual([
    'select模型.png',
    'b c.png',
    '三次握手',
    'img',
  ])
})

test('entries are linked by title', async () => {
  // when
  const { html, links } = await renderHere(
    '[[TCP 三次握手|握手]]、[[epoll]]；[[1,2],[3,4]] [[0]] [[a]](b) `[[c]]` [[ -f d ]]',
  )

  // then
  expect(html).toContain(
    '<a class="entry-link" href="/entries?title=TCP%20%E4%B8%89%E6%AC%A1%E6%8F%A1%E6%89%8B">握手</a>',
  )
  expect(links.map(({ target }) => target)).toEqual(['[[TCP 三次握手]]', '[[epoll]]', 'b'])
})
