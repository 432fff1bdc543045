import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { themeScript } from '#lib/pages/theme-script'
import { InlineScript } from './_layout/inline-script.tsx'
import { KeysDialog } from './_layout/keys-dialog.tsx'
import { Palette } from './_layout/palette.tsx'
import { speculationRules } from './_layout/speculation-rules.ts'
import { TakenOver } from './_layout/taken-over.tsx'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return { title: { template: '%s · Errata', default: 'Errata' }, description: t('description') }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfa' },
    { media: '(prefers-color-scheme: dark)', color: '#141817' },
  ],
}

/** The document around every page. `data-runtime="none"`: the page cache leaves out React's client runtime, see lib/pages/without-runtime. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  return (
    <html lang={locale} data-runtime="none" suppressHydrationWarning>
      <head>
        <InlineScript code={themeScript} />
        <script type="module" src={process.env.READER_URL} />
      </head>
      <body>
        {children}
        <Palette />
        <KeysDialog />
        <TakenOver />
        <InlineScript code={speculationRules} type="speculationrules" />
      </body>
    </html>
  )
}
