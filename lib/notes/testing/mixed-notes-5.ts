/** Notes in further ways of people who wrote down what they were asked, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes5: Record<string, string> = {
  'rounds of interviews over lists of topics, ended by what one asked back': `
# 某公司

## 后端一面（40min）

聊得很快。

»u - 自我介绍
»u - 进程切换
»u - 了解零拷贝吗？
»u - 跳表
- 提问环节
  - 团队做什么
  - 多久有结果

## 后端二面

»u 1. 介绍项目
»a 2. 手写单例

   先判断，再加锁，再判断一次。

»u 3. 100 级台阶，一次一级或两级，有多少种走法。

我的问题：

1. 工作地点在哪里

## HR面

只谈了薪资。
`,
  'a diary of days, some with tasks and some without': `
### 2023-4-26 甲公司一面

»a 1. a = [3, 1, 2]，原地排序

\`\`\`python
a.sort()
\`\`\`

»u 2. 链表判环

### 2023-5-02

今天休息。

### 2023-5-03 乙公司

»u - Phone 号码怎么校验？
»u - 幂等
`,
  'days on which topics were learnt are questions as before': `
»a ### 2023-04-26 线程池

核心线程先满，再排队。

»a ### 2023-04-27 连接池

用完要还。
`,
  'sentences among questions that are counted': `
## 第一部分

»u 1. 什么是闭包？

»u 2. 用一行代码交换两个变量。

»u 3. 如何复制一个列表？

»u 4. 1、2、3 能组成多少个不同的两位数？

»u 5. 装饰器的写法以及场景。

»u 6. 什么是鸭子类型？
`,
  'folded questions with open lists behind them, under labels': `
## Containers

<details>
»a <summary>What is an image layer?</summary>
A set of changed files.
</details>

»u - What is a registry?
»u - How do you tag an image?
  - Describe how you name versions.

**Advanced:**

»u - What is a dangling layer?
»u - Name two storage drivers
»u - How do namespaces isolate?
`,
  'plain lines that name lists, and an item without words': `
Basics:

* What is a socket?
* How does a port differ from a socket?

Advanced:

* What is a half-open connection?
*
`.replace(/^\* (?=\S)/gm, '»u * '),
  'numbers that begin anew below a line that names the list': `
# Java

1. What is a record?
2. What is a sealed class?
3. How do streams end?

Testing

1. What is a fixture?
2. How do you name a test?
`.replace(/^\d/gm, '»u $&'),
  'questions behind Q: below the introduction of a heading': `
## 一、对象

»a **Q: 什么是元类？**

A: 造类的类。

»a **Q: 什么是描述符？**

A: 管属性的对象。

## 二、内存

分为两步：

- 申请
- 回收

后者更常问。

»a **Q: 引用计数有什么不足？**

A: 环收不掉。

## 三、并发

### 线程

»u **Q: 什么时候用线程？**

A: TODO

»a **Q: 什么是条件变量？**

A: 等一个条件成真。
`,
}
