/** How a line of text is judged to be a question, a topic, or the name of a part of an answer. All of it is about form. */

const chineseInterrogative =
  /什么|甚么|为何|如何|怎么|怎样|咋|哪些|哪个|哪几|哪种|哪里|几种|多少|是否|能否|可否|有没有|是不是|能不能|会不会|[吗呢嘛]\s*$/
const chineseRequest =
  /^(请|试)?(你|用|简要|简单|详细|分别|大致)*(地)?(谈|说|讲|聊|简述|描述|解释|介绍|阐述|概述|列举|列出|举例|写出|手写|实现|设计|比较|对比|分析|证明)./
/** A request even where a full stop ends it. */
const politeRequest =
  /^(请|试)(你|用|简要|简单|详细|分别|大致|问)*(谈|说|讲|聊|简述|描述|解释|介绍|阐述|概述|列举|列出|举例|写|手写|实现|设计|比较|对比|分析|证明)|^(你)?(谈谈|说说|讲讲|聊聊|(描述|解释|介绍|说明)(一下|下))/
const chineseComparison = /区别|差别|差异|异同|不同(点|之处)?\s*$/
const englishInterrogative =
  /^(so |and |then |now )?(what|what's|whats|why|how|when|where|which|who|whose|whom|is|are|was|were|can|could|does|do|did|should|would|will|has|have|may|must)\b(?!.*:$)/i
const englishRequest =
  /^(please )?(explain|describe|define|list|name|compare|contrast|differentiate|distinguish|discuss|mention|state|tell|give|write|implement|design|outline|summari[sz]e|demonstrate|show|find|reverse|difference)\b/i

/** What people put behind a question to say how hard or important it is. */
export const ornaments = /(?:\s|[★☆]|\u200D|\uFE0F|\p{Extended_Pictographic})+$/u

/** Certainly asks something: a question mark at its end, an interrogative, a request, or "difference between". */
export function asksSomething(title: string): boolean {
  if (title.length > 220) return false
  const text = title.replace(ornaments, '').trim()
  if (/[?？]["”'）)\]】》*_`]*$/.test(text)) return true
  if (/[。;；]$/.test(text)) return politeRequest.test(text)
  return (
    chineseInterrogative.test(text) ||
    chineseRequest.test(text) ||
    chineseComparison.test(text) ||
    englishInterrogative.test(text) ||
    englishRequest.test(text) ||
    /\bdifferences?\s+(between|among)\b/i.test(text)
  )
}

const topicWords =
  /原理|机制|过程|流程|优缺点|优点|缺点|特点|特性|作用|场景|关系|方案|方法|解决|理解|应用|实现|对比|比较|优化|底层|算法|使用|原因|步骤|分类|类型|模型|\bvs\.?\b|\bversus\b|advantages|trade-?offs?|use cases?/i
const severalTopics = /.[、，,/].|[\p{L}\p{N}）)]\s*[和与及跟]\s*[\p{L}\p{N}]|\band\b/u

/** What people note down to be asked: a question, or a short topic of the kind interviewers pick. */
export function mayBeAsked(title: string): boolean {
  const text = title.trim()
  return (
    asksSomething(text) ||
    (text.length <= 80 && (topicWords.test(text) || (text.length <= 30 && severalTopics.test(text))))
  )
}

const parts = new Set(
  `优点 缺点 优缺点 优势 劣势 优劣 特性 特点 特征 定义 概念 含义 简介 概述 介绍 原理 本质 用法 语法 示例 例子 举例 案例 代码 代码示例 示例代码
  总结 小结 结论 说明 注意 注意点 注意事项 补充 补充说明 扩展 拓展 延伸 延伸阅读 扩展阅读 参考 参考资料 参考文献 参考链接 参考连接 参考文章 参考答案 链接 相关链接
  答案 答 解答 解析 回答 分析 思路 解法 题解 题目 题目描述 选择 选型 应用 场景 使用场景 应用场景 适用场景 实现 实现方式 背景 步骤 流程 变化 分类 组成 作用 目的
  是什么 为什么 怎么做 怎么办 怎么用 怎么实现 有哪些 如何使用 如何实现 如何解决 题目链接 解题思路 解题方法 面试题 面试题剖析 面试官心理分析 剖析 详解 前言 引言
  出题人 难度 标签 考点 关键词 追问 常见追问 面试追问 复杂度 时间复杂度 空间复杂度 输出 运行结果 结果 方案 方法 区别 对比 其他 其它 附录
  pros cons pros\u00a0and\u00a0cons advantage advantages disadvantage disadvantages benefits drawbacks example examples code answer answers solution solutions
  explanation summary conclusion note notes reference references resources sources source links definition usage output syntax complexity tips hint hints
  details overview features characteristics limitations follow-up follow-ups background demo result results tl;dr caveats`
    .split(/\s+(?!\u00a0)/)
    .map((word) => word.replaceAll('\u00a0', ' ')),
)
const partPhrases =
  /^(follow[- ]?up questions?|further reading|good to (hear|know)|additional (links|resources|reading)|see also|read more|more info(rmation)?|use cases?|when to use( it)?|key (points|takeaways)|time complexity|space complexity|sample (answer|code)|code example|expected (answer|output)|answer\s*[:：-]?\s*\w?|(参考)?答案\s*[:：]?\s*\w*|方法[一二三四五六\d]+|解法[一二三四五六\d]+|(示例|例子?|example)\s*\d+)$/i

// Who says 它 has named it above.
const meansTheOneAbove =
  /^(?:how|why|when|where)(?: \w+){1,3} (?:it|them)$|^(?:为什么|为何|如何|怎么|怎样)[^，,、]{1,6}它们?$/i

/** A heading that names a part of the answer above it and says nothing on its own. */
export function isPartName(title: string): boolean {
  const text = bare(title)
  const [name = '', rest] = text.split(/\s*[:：]\s*/, 2)
  return (
    parts.has(text) ||
    partPhrases.test(text) ||
    meansTheOneAbove.test(text) ||
    (rest !== undefined && parts.has(name))
  )
}

/** A heading over a list of links into the same file. */
export const isContentsName = (title: string): boolean =>
  /^(目录|索引目录|内容目录|table of contents?|contents|toc|content|index)$/i.test(bare(title))

/** A heading over what one may read elsewhere: the list below it holds titles of articles, however they ask. */
export const isReadingName = (title: string): boolean =>
  /^(参考|延伸|扩展|拓展|推荐|相关|更多)(资料|文献|链接|连接|文章|书籍|阅读|教程|博客)|^(参考|(资料|题目|文章)来源|学习资料|(友情)?链接|致谢)$|^(source|reference|resource|link|book|article)(s|\(s\))?\b|^refs? links?$|^(further|additional|recommended|suggested|more) (reading|resources|links|material)|^(see also|read more|learn more|credits|contributors)\b/i.test(
    bare(title),
  )

/** A heading that says it stands over questions, and therefore is none. */
export const isQuestionsName = (title: string): boolean =>
  /(问题|面试题|题目|真题|考题|提问)(集|集锦|汇总|总结|列表|清单|大全|合集)?$|\bquestions$/i.test(
    bare(title),
  ) &&
  !chineseInterrogative.test(title) &&
  !/[?？]/.test(title)

/** A heading that can be nothing else than one over questions: `ML interview questions 🤖`, `Redis 面试题`. */
export const isInterviewName = (title: string): boolean =>
  /(面试题|真题|考题)(集|集锦|汇总|总结|列表|清单|大全|合集)?$|\b(interview|exam|practice) questions$/i.test(
    bare(title),
  ) && !asksSomething(title)

/** A heading about the file and not about its subject. */
export const isAboutFile = (title: string): boolean =>
  /^(licen[cs]e|copyright|contribut(ing|ors?|ions?)|acknowledge?ments?|credits|authors?|about( me| this.*)?|introduction|preface|foreword|readme|changelog|star history|disclaimer|support|sponsors?|references?|to-?do( list)?|related (topics|projects|links|resources)|other resources|前言|序言?|引言|写在(前面|最后|后面)|说明|关于(本|我|作者).*|作者|许可(证|协议)?|版权(声明)?|声明|贡献(者|指南)?|致谢|更新(日志|记录)|待(办|完成|整理|补充|完善)(事项)?|参考(资料|文献|链接)?)$/i.test(
    bare(title),
  )

const bare = (title: string): string =>
  title
    .replace(/^(?:\s|\p{So}|\p{Sk}|\uFE0F)+|(?:\s|\p{So}|\p{Sk}|\uFE0F)+$/gu, '')
    .replace(
      /^(\d+(\.\d+)*|[一二三四五六七八九十]+|[(（][\d一二三四五六七八九十]+[)）])\s*[.、．)）:：]?\s*(?=\S)/,
      '',
    )
    .replace(/[:：。.!！\s]+$/, '')
    .toLowerCase()

const notATitle =
  /^(参考|来源|出处|作者|链接|转载|著作权|版权|注[:：]|ps\b|source\b|ref(erence)?s?\b|via\b|https?:|www\.|<\/?\w|\||!\[|\[[^\]]*\]\([^)]*\)[^\p{L}\p{N}]*$|[-=_*#>~`]+$)/iu

/** A line that could stand for a question without any heading: short, no sentence, no definition, no link. */
export function couldBeBareQuestion(line: string): boolean {
  const text = line.trim()
  if (text.length === 0 || text.length > 120 || !/[\p{L}\p{N}]/u.test(text)) return false
  if (notATitle.test(text) || /^(\*\*|__)[^*_]+(\*\*|__)[:：]?$/.test(text)) return false
  if (/[。；;：:!！]["”'）)]?$/.test(text)) return false
  if (/[^.]\.$/.test(text) && !englishRequest.test(text) && !/[?？]\s/.test(text)) return false
  return !/^[\p{L}\p{N}\s/_.-]{1,24}[：:](?![:/])\s*\S/u.test(text) || asksSomething(text)
}

/** A line of program text. */
export const looksLikeCode = (line: string): boolean =>
  /^\s*[\w.[\]'"]+(\s*,\s*[\w.]+)*\s*[+\-*/]?=[^=]|^\s*(print|import|from|def|class|return|for|if|while|var|let|const|SELECT|select)\b.*[()[\]{};=*]|^\s*[\w.]+\([^\p{Script=Han}]*\)[;\s]*$/u.test(
    line,
  )
