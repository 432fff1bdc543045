/** Notes in the ways of collections that many people share, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes4: Record<string, string> = {
  'a file that answers the one question in its title': `
»a # 面试官：说说你对快照读的理解？有什么限制？

## 一、是什么

读取事务开始时的版本，不加锁。

### 版本链

- 每行有隐藏的事务号
- 旧值在回滚段里

## 二、应用场景

报表。

## 参考文献

- [什么是版本链？](https://example.org/a)
- [为什么要清理旧版本？](https://example.org/b)
`,
  'a problem with its link, its text and a solution': `
»a # 12. 旋转链表

## 题目链接

[练习](https://example.org/12)

## 题目描述

把每个节点向右移动 k 个位置。

## 解题思路

先连成环，再断开。
`,
  'a title that asks the reader is still a title over topics': `
# 后端面试，你能答出几道？

## 缓存

»a ### 什么是缓存预热？

上线前先装入热点。

»u ### 如何选择过期时间？

## 队列

»a ### 消息积压怎么办？

加消费者，再找慢的原因。
`,
  'an empty heading over questions is a section, though other questions have parts': `
## 内存

»a ### 什么是栈？

每个线程一个，放局部变量。

#### 大小

有限。

#### 生命周期

随调用结束。

»a ### 什么是堆？

线程共享，放对象。

#### 大小

很大。

»a ### 什么是内存泄漏？

不再用的对象仍被引用。

»a ### 如何找到泄漏？

比较两次堆转储。

### 分页

»a #### 页表有什么用？

把虚拟页翻译成物理页框。

»a #### 什么是缺页？

页不在内存里，由内核装入。
`,
  'follow-ups in a file where headings of their depth all ask': `
## 传输

»a ### 什么是滑动窗口？

发送方可以连续发送的范围。

»a ##### 窗口为零时会怎样？

发送方停下，定时探测。

»a ##### 为什么要探测？

通知窗口的段可能丢失。

»a ### 什么是慢启动？

窗口从小开始翻倍。

»a ##### 什么时候停止翻倍？

到达阈值。

»a ##### 丢包以后怎么办？

阈值减半。

»a ##### 阈值从哪里来？

由上一次拥塞得出。
`,
  'requests that end with a full stop, under headings that say they are questions': `
# 常见问题汇总

#### 基础问题：

»u * 请谈谈你喜欢的编辑器。
»u * 你怎样跟踪一个偶发的故障？
»u * 请解释幂等的含义。
  * 有什么例外吗？
»u * 浏览器怎样缓存？
»u * 试描述一次上线的过程。
»u * 你最近学到了什么？

#### 网络问题：

»u * 请解释长连接。
»u * 什么是心跳？
»u * 为什么要设置超时？
»u * 如何限流？
»u * 请比较推和拉。
`,
  'articles to read are no questions': `
## 锁

»a ### 什么是自旋锁？

忙等直到拿到。

### Source(s) and further reading

- [What is a futex?](https://example.org/futex)
- [Why locks are slow](https://example.org/slow)
- [How to measure contention](https://example.org/measure)

»a ### 什么是读写锁？

读可以并行。

### 参考资料

- [什么是公平锁？](https://example.org/fair)
- [如何避免写饥饿？](https://example.org/starve)
`,
  'what is folded into an answer that has begun is its aside': `
»a ### 数组与链表的区别

1. 数组连续存放；

<details>
<summary>什么叫连续？</summary>

地址相邻。
</details>

2. 链表插入快。

<details>
<summary>为什么插入快？</summary>

只改两个指针。
</details>

»a ### 什么是跳表？

多层的有序链表。
`,
  'lists in bold with a line above and links behind': `
# Mobile

### Basics

Questions and answers:

»u * **What is a fragment?** - [Learn from here](https://example.org/1)
»u * **What is an intent?** - [Learn from here](https://example.org/2)
»u * **Explain the back stack.**
»u * **Launch modes** - [Learn from here](https://example.org/3)
»u * **How does recycling of views work?**
»u * **Why is the main thread special?** - [Video](https://example.org/4) and [Blog](https://example.org/5)

### Storage

Questions and answers:

»u * **Scoped storage** - [Learn from here](https://example.org/6)
»u * **What is a content provider?**
»u * **How do you encrypt a database?** - [Learn from here](https://example.org/7)
»u * **Backups** - [Learn from here](https://example.org/8)
`,
  'bold questions with stars behind them': `
## Sampling

»a **What is stratified sampling? ⭐️**

Each group gives its share.

»a **When the groups overlap, does it still work? ⭐️🚀**

Only with weights.

»a **In which cases is a census better? ‍⭐️**

When there are few.
`,
  'a question typed as a sentence holds the steps of its answer': `
## 1. 什么是慢日志？

记录超过阈值的语句。

## 2. 优化查询的一般步骤是什么，怎么看执行计划。

1. 先看慢日志里的语句
2. 用执行计划看索引是否用上
3. 再看返回的行数

## 3. 什么是回表？

先查索引再查行。
`.replace(/^## /gm, '»a ## '),
}
