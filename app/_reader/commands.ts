import type { Option } from './option.ts'
import { lineOption } from './option.ts'
import { words } from './words.ts'

/** `also`: other names under which it is found, in both languages. */
type Command = { go: string | (() => void); needs?: 'guest' | 'member' | 'editor' | 'admin'; also: string }

const press = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click()

const newEntry = '/entries/new'

const commands: Record<string, Command> = {
  newEntry: { go: newEntry, needs: 'member', also: 'new question entry ask 新建 新问题 提问 xinjian tiwen' },
  unanswered: { go: '/unanswered', also: 'unanswered 待回答 未回答 daihuida' },
  notes: { go: '/notes', also: 'notes 笔记 biji' },
  tags: { go: '/tags', also: 'tags 标签 biaoqian' },
  repairs: { go: '/repairs', also: 'repairs 待修复 daixiufu' },
  duplicates: { go: '/duplicates', needs: 'member', also: 'duplicates merge same 重复 合并 chongfu hebing' },
  asked: { go: '/asked', needs: 'member', also: 'asked most frequent company 最常被问 高频 公司 beiwen' },
  interview: { go: '/encounters/new', needs: 'member', also: 'interview add questions 记 面试 mianshi' },
  dark: { go: press('[data-theme-value="dark"]'), also: 'dark mode night theme 深色 暗色 夜间 主题 shense' },
  light: { go: press('[data-theme-value="light"]'), also: 'light mode day theme 浅色 亮色 主题 qianse' },
  system: { go: press('[data-theme-value="system"]'), also: 'system auto theme 跟随系统 自动 主题' },
  language: {
    go: press('button[name="lang"][aria-pressed="false"]'),
    also: 'language english chinese 语言 中文 英文 yuyan',
  },
  keys: {
    go: () => document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
    also: 'keyboard shortcuts keys help 快捷键 帮助 kuaijiejian',
  },
  searches: {
    go: '/searches',
    needs: 'editor',
    also: 'searches zero results synonyms 搜索记录 同义词 sousuo',
  },
  signIn: { go: '/sign-in', needs: 'guest', also: 'sign in login 登录 denglu' },
  account: { go: '/account', needs: 'member', also: 'account profile sign out 账号 退出 zhanghao' },
  administration: {
    go: '/admin',
    needs: 'admin',
    also: 'administration people settings 管理 用户 设置 guanli',
  },
}
const ranks = ['guest', 'member', 'editor', 'admin']
const mostShown = 4

/** What can be done from the palette by this reader: everything, or what has these words in its name or its other names. */
export function commandOptions(query: string, leave: () => void): Option[] {
  const wanted = query.trim().normalize('NFKC').toLowerCase()
  const rank = ranks.indexOf(document.documentElement.dataset.viewer ?? 'guest')
  const allowed = Object.entries(commands).filter(([, { needs }]) => mayDo(needs, rank))
  const named = allowed.map(([id, command]) => ({ ...command, name: words().commands[id] ?? '' }))
  const matching = named.filter(({ name, also }) =>
    wanted.length === 0 ? true : `${name} ${also}`.toLowerCase().includes(wanted),
  )
  const found = matching
    .slice(0, wanted === '' ? undefined : mostShown)
    .map(({ name, go }) => lineOption(name, typeof go === 'string' ? go : after(leave, go)))
  return wanted === '' || !mayDo('member', rank) ? found : [...found, askOption(query.trim())]
}

/** What was looked for and is perhaps not there, as a new question. */
const askOption = (title: string): Option =>
  lineOption(
    words().commands.newEntryTitled?.replace('{title}', title) ?? title,
    `${newEntry}?${new URLSearchParams({ title })}`,
  )

const mayDo = (needs: Command['needs'], rank: number): boolean =>
  needs === undefined || (needs === 'guest' ? rank === 0 : rank >= ranks.indexOf(needs))

const after = (leave: () => void, go: () => void) => () => {
  leave()
  go()
}
