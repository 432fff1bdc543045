import type { Locale } from '#lib/i18n/locale'
import type messages from './messages/zh-CN.json'

// With these the compiler knows every key: one that does not exist is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
