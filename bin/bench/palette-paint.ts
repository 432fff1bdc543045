import { chromium, type Page } from '@playwright/test'
import { chromiumOptions } from '../../e2e/chromium.ts'
import { type Latency, queries } from './keystrokes.ts'
import { quantile } from './quantile.ts'
import { toUndo } from './undo.ts'

const typed = 40
const betweenKeys = 120

/**
 * Types queries into the palette in Chromium, a key every 120 ms: milliseconds from each key to the frame in which its results are
 * painted, as the browser's own clock has it.
 */
export async function paintPalette(url: string): Promise<Latency> {
  const browser = await chromium.launch(chromiumOptions())
  const close = toUndo(() => browser.close())
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.keyboard.press('Control+k')
  await page.evaluate(watchPaint)
  const times: number[] = []
  for (const query of queries().slice(0, typed)) times.push(...(await type(page, query)))
  await close()
  // A reader's first query also loads what the later ones have.
  const warm = times.slice(10)
  return { p50: quantile(warm, 0.5), p95: quantile(warm, 0.95), count: warm.length }
}

async function type(page: Page, query: string): Promise<number[]> {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.evaluate(() => {
    Object.assign(globalThis, { painted: [] })
  })
  await page.keyboard.type(query, { delay: betweenKeys })
  await page.waitForTimeout(300)
  return page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted) // set by watchPaint
}

/** Runs in the page. Keys that input methods give come without a time of their own: the input event is what both have. */
function watchPaint(): void {
  const input = document.querySelector<HTMLInputElement>('#palette input')
  const panel = document.querySelector<HTMLElement>('#palette [data-panel]')
  if (!input || !panel) throw new Error('The palette is not there.')
  let key = { query: '', at: 0 }
  input.addEventListener('input', ({ timeStamp }) => {
    key = { query: input.value.trim(), at: timeStamp }
  })
  new MutationObserver(() => {
    const { query, at } = key
    if (at === 0 || panel.dataset.shown !== query) return
    key = { query: '', at: 0 }
    requestAnimationFrame(() => {
      // A message is taken after the frame is painted.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        ;(globalThis as unknown as { painted: number[] }).painted.push(performance.now() - at)
      }
      channel.port2.postMessage(null)
    })
  }).observe(panel, { attributes: true, subtree: true, childList: true })
}
