import { type Browser, chromium } from '@playwright/test'
import { chromiumOptions } from '../../e2e/chromium.ts'
import { median } from './quantile.ts'
import { toUndo } from './undo.ts'

/** `textVisible` in ms, the rest as it crosses the wire. */
export type FirstLoad = {
  textVisible: number
  requests: number
  scriptKilobytes: number
  totalKilobytes: number
}

const visits = 5

/** Opens a page in Chromium, each time as somebody who has never been here: the median of five visits. */
export async function firstLoad(url: string): Promise<FirstLoad> {
  const browser = await chromium.launch(chromiumOptions())
  const close = toUndo(() => browser.close())
  // The browser's own first page costs it what no site can help.
  await visit(browser, url)
  const loads: FirstLoad[] = []
  for (let i = 0; i < visits; i++) loads.push(await visit(browser, url))
  await close()
  const of = (key: keyof FirstLoad) => median(loads.map((load) => load[key]))
  return {
    textVisible: of('textVisible'),
    requests: of('requests'),
    scriptKilobytes: of('scriptKilobytes'),
    totalKilobytes: of('totalKilobytes'),
  }
}

async function visit(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const types = new Map<string, string>()
  const load = { requests: 0, scriptKilobytes: 0, totalKilobytes: 0 }
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) load.requests += 1
  })
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    load.totalKilobytes += encodedDataLength / 1_000
    if (types.get(requestId) === 'Script') load.scriptKilobytes += encodedDataLength / 1_000
  })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
  const textVisible = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await context.close()
  return { textVisible, ...load }
}
