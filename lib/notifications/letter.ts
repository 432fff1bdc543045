import type { Locale } from '#lib/i18n/locale'
import { notificationPath, notificationWord } from './notification.ts'
import type { NotificationItem } from './queries.ts'

type Kind = ReturnType<typeof notificationWord<NotificationItem['kind']>>
type Words = { subject: (count: number) => string; foot: string; kinds: Record<Kind, string> }

// Mail is written when nobody asks for a page, so its words stand here and not among the interface's.
const words: Record<Locale, Words> = {
  'zh-CN': {
    subject: (count) => `Errata：${count} 条新消息`,
    foot: '在这里更改邮件设置：',
    kinds: {
      correction_proposed: '{actor} 对你的内容提出了更正',
      correction_decided: '{actor} 处理了你的更正',
      correction_accepted: '{actor} 采纳了更正',
      correction_accepted_part: '{actor} 采纳了更正的一部分',
      correction_rejected: '{actor} 驳回了更正',
      correction_confirmed: '{actor} 复查了更正',
      correction_superseded: '正文已包含更正',
      correction_amended: '{actor} 修改了更正',
      correction_undone: '{actor} 撤销了更正',
      report_made: '{actor} 反馈了问题',
      report_closed: '{actor} 关闭了反馈',
      comment: '{actor} 发表了评论',
      mention: '{actor} 提到了你',
      answer_added: '{actor} 写了新答案',
      text_changed: '{actor} 修改了内容',
      entry_merged: '{actor} 合并了问题',
      standard_proposed: '{actor} 提议了标准答案',
      standard_chosen: '{actor} 采纳了你提议的标准答案',
      standard_declined: '{actor} 没有采纳你提议的标准答案',
    },
  },
  en: {
    subject: (count) => `Errata: ${count} new ${count === 1 ? 'notification' : 'notifications'}`,
    foot: 'Change how you hear by mail:',
    kinds: {
      correction_proposed: '{actor} proposed a correction of yours',
      correction_decided: '{actor} decided on your correction',
      correction_accepted: '{actor} accepted a correction',
      correction_accepted_part: '{actor} accepted a part of a correction',
      correction_rejected: '{actor} rejected a correction',
      correction_confirmed: '{actor} looked at an accepted correction',
      correction_superseded: 'A correction is in the text already',
      correction_amended: '{actor} worded a correction anew',
      correction_undone: '{actor} took a correction back',
      report_made: '{actor} reported something',
      report_closed: '{actor} closed a report',
      comment: '{actor} commented',
      mention: '{actor} mentioned you',
      answer_added: '{actor} wrote an answer',
      text_changed: '{actor} changed a text',
      entry_merged: '{actor} merged a question',
      standard_proposed: '{actor} proposed a standard answer',
      standard_chosen: '{actor} made the answer you proposed the standard one',
      standard_declined: '{actor} declined the standard answer you proposed',
    },
  },
}

/** A plain-text mail about notifications, each with its link; `url` is where the wiki is. */
export function letterOf(items: NotificationItem[], locale: Locale, url: string) {
  const { subject, foot, kinds } = words[locale]
  const lines = items.map((item) => {
    const says = kinds[notificationWord(item)].replace('{actor}', item.actor ?? 'Errata')
    const title = item.entryTitle ? `\n  ${item.entryTitle}` : ''
    return `${says}${title}\n  ${url}${notificationPath(item)}`
  })
  return {
    subject: subject(items.length),
    text: `${lines.join('\n\n')}\n\n--\n${foot}\n${url}/notifications\n`,
  }
}
