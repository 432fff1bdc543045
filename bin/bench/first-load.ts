import { chromium } from '@playwright/test'
import { chromiumOptions } from '../../e2e/chromium.ts'

export type FirstLoad = {
  textVisible: number
  requests: number
  scriptKilobytes: number
  totalKilobytes: number
}

/** Opens a page cold in Chromium. Milliseconds to the first text painted; bytes as they cross the wire. */
export async function firstLoad(url: string): Promise<FirstLoad> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await browser.newPage({ locale: 'zh-CN' })
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    const types = new Map<string, string>()
    let requests = 0
    let script = 0
    let total = 0
    network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    network.on('Network.requestWillBeSent', () => {
      requests += 1
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      total += encodedDataLength
      if (types.get(requestId) === 'Script') script += encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    const textVisible = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    )
    return { textVisible, requests, scriptKilobytes: script / 1_000, totalKilobytes: total / 1_000 }
  } finally {
    await browser.close()
  }
}
